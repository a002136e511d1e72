// Takes all items, files, versions and histories out of the database of a Directus that is running.
//   node empty.js DATABASE COLLECTION
const sqlite3 = require('sqlite3');
const [, , database, collection] = process.argv;
const db = new sqlite3.Database(database);
db.configure('busyTimeout', 20000);
const tables = ['directus_revisions', 'directus_activity', 'directus_versions', 'directus_files', collection];
db.exec(
  'BEGIN IMMEDIATE;' + tables.map((table) => `DELETE FROM "${table}";`).join('') + 'COMMIT;',
  (error) => {
    if (error) {
      console.error(error.message);
      process.exit(1);
    }
    db.close();
  },
);
