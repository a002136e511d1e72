<?php
/** Configuration of a site that lives as long as one test. Its address comes with the environment, so that a copy of it runs on any port. */
define( 'WP_HOME', getenv( 'CONTENTPACK_TEST_URL' ) );
define( 'WP_SITEURL', WP_HOME );
define( 'DB_NAME', 'wordpress' );
define( 'DB_DIR', __DIR__ . '/wp-content/database/' );
define( 'DB_FILE', 'wordpress.sqlite' );
define( 'DB_CHARSET', 'utf8mb4' );
/** Says that the drop-in needs no plugin beside it to be switched on. */
define( 'SQLITE_MAIN_FILE', __DIR__ . '/wp-content/db.php' );
/** Allows application passwords over plain HTTP. */
define( 'WP_ENVIRONMENT_TYPE', 'local' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/wp-content/debug.log' );
define( 'CONCATENATE_SCRIPTS', false );
foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $contentpack_key ) {
	define( $contentpack_key, hash( 'sha256', $contentpack_key . __DIR__ ) );
}
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
