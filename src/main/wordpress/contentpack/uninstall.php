<?php
/**
 * Takes the settings and what the server answered away. The posts stay, and so do their marks: whoever installs the plugin again finds every text linked
 * to its pack as before.
 *
 * @package ContentPack
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

foreach ( array( 'contentpack_server', 'contentpack_token', 'contentpack_pull', 'contentpack_last_pull' ) as $contentpack_option ) {
	delete_option( $contentpack_option );
}
delete_post_meta_by_key( '_contentpack_news' );
wp_clear_scheduled_hook( 'contentpack_pull' );
