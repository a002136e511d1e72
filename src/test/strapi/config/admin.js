'use strict';

module.exports = ({ env }) => ({
  auth: { secret: env('SECRET') },
  apiToken: { salt: env('SECRET') },
  transfer: { token: { salt: env('SECRET') } },
  secrets: { encryptionKey: env('SECRET') },
  serveAdminPanel: env.bool('SERVE_ADMIN', false),
  flags: { nps: false, promoteEE: false },
});
