'use strict';

const { factories } = require('@strapi/strapi');

const UID = 'api::contentpack-article.contentpack-article';
const COMPONENTS = ['contentpack.section', 'contentpack.tag'];

/** What the server does here, in the words of the page on which tokens are given rights. */
const ACTIONS = [
  `${UID}.find`,
  `${UID}.findOne`,
  `${UID}.setup`,
  `${UID}.write`,
  'plugin::upload.content-api.find',
  'plugin::upload.content-api.upload',
];

/** Raised with every change of these files that the server needs. */
const VERSION = 1;

/** What Strapi takes where its configuration says nothing. */
const DEFAULT_LIMIT = 1024 * 1024;

const UNITS = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

function bytes(limit) {
  const parts = /^([0-9.]+) *(b|kb|mb|gb)?$/i.exec(String(limit ?? '').trim());
  return parts
    ? Math.floor(Number(parts[1]) * UNITS[(parts[2] ?? 'b').toLowerCase()])
    : DEFAULT_LIMIT;
}

function bodyLimit(strapi) {
  const body = (strapi.config.get('middlewares') ?? []).find((m) => m?.name === 'strapi::body');
  return bytes(body?.config?.jsonLimit);
}

function attributes(model) {
  const found = {};
  for (const [name, attribute] of Object.entries(model?.attributes ?? {})) {
    found[name] = {
      type: attribute.type,
      localized: attribute.pluginOptions?.i18n?.localized === true,
      repeatable: attribute.repeatable === true,
      component: attribute.component,
    };
  }
  return found;
}

/** Tokens of full access have no list of rights. */
function may(auth, action) {
  return auth?.credentials?.type === 'full-access' || auth?.ability?.can(action) === true;
}

class Refusal extends Error {
  constructor(answer, message) {
    super(message);
    this.answer = answer;
  }
}

const time = (value) => (value == null ? null : new Date(value).getTime());

module.exports = factories.createCoreController(UID, ({ strapi }) => ({
  /** What the server has to know of this site before it writes. */
  async setup(ctx) {
    const type = strapi.contentType(UID);
    const locales = (await strapi.plugin('i18n')?.service('locales')?.find()) ?? [];
    ctx.body = {
      data: {
        files: VERSION,
        strapi: strapi.config.get('info.strapi'),
        bodyBytes: bodyLimit(strapi),
        locales: locales.map((locale) => locale.code).sort(),
        rights: Object.fromEntries(ACTIONS.map((action) => [action, may(ctx.state.auth, action)])),
        draftAndPublish: type.options?.draftAndPublish === true,
        localized: type.pluginOptions?.i18n?.localized === true,
        attributes: attributes(type),
        components: Object.fromEntries(
          COMPONENTS.map((uid) => [uid, attributes(strapi.components[uid])])
        ),
      },
    };
  },

  /**
   * Writes one language of one document, all of it or nothing, and only where its draft is still
   * the one that the server has seen: Strapi's own update knows no condition, and cannot unpublish.
   *
   * The body: `documentId` (absent: a new document), `locale`, `seen` (`updatedAt` of the draft;
   * null where this language is not there yet), `data` (may be absent), `status` (`published`,
   * `draft`; absent: stays as it is).
   */
  async write(ctx) {
    const { documentId, locale, seen, data, status } = ctx.request.body ?? {};
    if (typeof locale !== 'string' || (documentId != null && typeof documentId !== 'string')) {
      return ctx.badRequest('locale and documentId must be texts');
    }
    let input;
    if (data !== undefined) {
      await this.validateInput(data, ctx);
      input = await this.sanitizeInput(data, ctx);
    }
    const documents = strapi.documents(UID);
    try {
      const written = await strapi.db.transaction(async () => {
        let id = documentId;
        if (id == null) {
          id = (await documents.create({ locale, data: input })).documentId;
        } else {
          const now = await documents.findOne({ documentId: id, locale, status: 'draft' });
          if (time(now?.updatedAt) !== time(seen)) {
            throw new Refusal('conflict', 'the draft is not the one that was seen');
          }
          if (input !== undefined && !(await documents.update({ documentId: id, locale, data: input }))) {
            throw new Refusal('notFound', 'there is no such document');
          }
        }
        if (status === 'published') {
          await documents.publish({ documentId: id, locale });
        } else if (status === 'draft') {
          await documents.unpublish({ documentId: id, locale });
        }
        return id;
      });
      ctx.body = { data: { documentId: written } };
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      return ctx[e.answer](e.message);
    }
  },
}));
