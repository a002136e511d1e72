'use strict';

/** Outside of the articles' own addresses, where a name would be taken for a document. */
module.exports = {
  routes: [
    { method: 'GET', path: '/contentpack/setup', handler: 'contentpack-article.setup' },
    { method: 'POST', path: '/contentpack/write', handler: 'contentpack-article.write' },
  ],
};
