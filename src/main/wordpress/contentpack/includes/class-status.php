<?php
/**
 * What a server asks before it writes.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * GET contentpack/v1/status: which version of the plugin is here, what it offers, and what the asking user may do.
 */
final class Status {

	const SPACE    = 'contentpack/v1';
	const FEATURES = array( 'marks', 'lookup', 'svg-uploads', 'notices', 'pull' );
	const RIGHTS   = array( 'edit_posts', 'edit_others_posts', 'publish_posts', 'delete_posts', 'upload_files', 'unfiltered_html', 'manage_categories' );

	/** Hooks it into WordPress. */
	public static function register() {
		add_action( 'rest_api_init', array( self::class, 'register_route' ) );
	}

	/** Makes the route. */
	public static function register_route() {
		register_rest_route(
			self::SPACE,
			'/status',
			array(
				'methods'             => \WP_REST_Server::READABLE,
				'callback'            => array( self::class, 'answer' ),
				'permission_callback' => static function () {
					return current_user_can( 'edit_posts' );
				},
			)
		);
	}

	/** Answers. */
	public static function answer() {
		$rights = array();
		foreach ( self::RIGHTS as $right ) {
			$rights[ $right ] = current_user_can( $right );
		}
		return rest_ensure_response(
			array(
				'plugin'    => VERSION,
				'wordpress' => get_bloginfo( 'version' ),
				'php'       => PHP_VERSION,
				'features'  => self::FEATURES,
				'marks'     => Marks::ALL,
				'types'     => Marks::post_types(),
				'user'      => wp_get_current_user()->user_login,
				'rights'    => $rights,
			)
		);
	}
}
