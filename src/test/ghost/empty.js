// Takes all posts, pages, tags and histories out of the database of a Ghost that is running.
//   node empty.js MODULES DATABASE
const [, , modules, database] = process.argv;
const Database = require(modules + '/better-sqlite3');
const db = new Database(database, {timeout: 20000});
db.pragma('foreign_keys = OFF');
const tables = ['post_revisions', 'posts_meta', 'posts_tags', 'posts_authors', 'posts_products', 'posts', 'tags', 'actions'];
db.exec('BEGIN IMMEDIATE;' + tables.map((table) => `DELETE FROM "${table}";`).join('') + 'COMMIT;');
db.close();
