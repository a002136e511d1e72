'use strict';

const fs = require('fs');

/** At its first start a site gets its languages, an administrator, and tokens. */
module.exports = {
  register() {},

  async bootstrap({ strapi }) {
    const tokens = strapi.service('admin::api-token');
    if (await tokens.getByName('content-pack')) return;
    await strapi.plugin('i18n').service('locales').create({ code: 'ar', name: 'Arabic (ar)' });
    const role = await strapi.service('admin::role').getSuperAdmin();
    await strapi.service('admin::user').create({
      firstname: 'Pack',
      lastname: 'Admin',
      email: process.env.ADMIN_USER,
      password: process.env.ADMIN_PASSWORD,
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    const made = {};
    const article = 'api::contentpack-article.contentpack-article';
    const custom = (name, permissions) => ({ name, type: 'custom', permissions });
    for (const token of [
      { name: 'content-pack', type: 'full-access' },
      custom('enough', [
        `${article}.find`,
        `${article}.findOne`,
        `${article}.setup`,
        `${article}.write`,
        'plugin::upload.content-api.find',
        'plugin::upload.content-api.upload',
      ]),
      custom('too-little', [`${article}.find`, `${article}.setup`]),
      custom('nothing', [`${article}.find`]),
    ]) {
      if (token.type === 'custom' && !strapi.contentType(article)) continue;
      made[token.name] = (
        await tokens.create({ description: '', lifespan: null, ...token })
      ).accessKey;
    }
    fs.writeFileSync(process.env.TOKEN_FILE, JSON.stringify(made), { mode: 0o600 });
  },
};
