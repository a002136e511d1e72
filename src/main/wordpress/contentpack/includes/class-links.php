<?php
/**
 * Links between articles.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Leads a reader from one article to another by the article's id, which stays when a title or slug changes:
 * `/?contentpack_article=<id>&contentpack_language=<tag>`.
 */
final class Links {

	/** Hooks it into WordPress. */
	public static function register() {
		add_action( 'template_redirect', array( self::class, 'lead' ), 1 );
	}

	/** Sends the reader to the article, or tells that it is not here. */
	public static function lead() {
		// Reading a public address changes nothing, so there is no nonce to look at.
		// phpcs:disable WordPress.Security.NonceVerification.Recommended
		if ( ! isset( $_GET['contentpack_article'], $_GET['contentpack_language'] ) || ! is_string( $_GET['contentpack_article'] ) || ! is_string( $_GET['contentpack_language'] ) ) {
			return;
		}
		$article  = sanitize_text_field( wp_unslash( $_GET['contentpack_article'] ) );
		$language = sanitize_text_field( wp_unslash( $_GET['contentpack_language'] ) );
		// phpcs:enable
		$posts = get_posts(
			array(
				'post_type'   => Marks::post_types(),
				'post_status' => 'publish',
				'numberposts' => 1,
				'orderby'     => 'ID',
				'order'       => 'ASC',
				'meta_query'  => array(
					array(
						'key'   => 'contentpack_article',
						'value' => $article,
					),
					array(
						'key'   => 'contentpack_language',
						'value' => $language,
					),
				),
			)
		);
		if ( $posts ) {
			wp_safe_redirect( get_permalink( $posts[0] ), 302, 'Content Pack' );
			exit;
		}
		global $wp_query;
		$wp_query->set_404();
		status_header( 404 );
		nocache_headers();
	}
}
