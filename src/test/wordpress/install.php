<?php
/** Installs WordPress in the given folder with one administrator, switches our plugin on, and prints a password for its REST API. */
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST']       = parse_url( getenv( 'CONTENTPACK_TEST_URL' ), PHP_URL_HOST );
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if ( ! function_exists( 'wp_new_blog_notification' ) ) {
	function wp_new_blog_notification() {
		// A test site writes no mail.
	}
}
$installed = wp_install( 'Harbour Clinic', 'admin', 'admin@example.test', true, '', $argv[2] );
update_option( 'permalink_structure', '/%postname%/' );
// Pictures of users come from elsewhere.
update_option( 'show_avatars', 0 );
update_option( 'active_plugins', array( 'contentpack/contentpack.php' ) );
$GLOBALS['wp_rewrite']->init();
flush_rewrite_rules( false );
list( $password ) = WP_Application_Passwords::create_new_application_password( $installed['user_id'], array( 'name' => 'contentpack' ) );
update_user_meta( $installed['user_id'], 'show_welcome_panel', 0 );
echo $password;
// Readers of the database must not wait for writers, nor fail where they would.
( new PDO( 'sqlite:' . FQDB ) )->exec( 'PRAGMA journal_mode = WAL' );
