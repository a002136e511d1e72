<?php
/**
 * One article in several languages.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Links the posts of one article to each other: for readers below the text, for search engines in the head. Posts belong together by pack and
 * article, so nothing has to be kept up to date when a translation comes or goes. Tells browsers in which language a text is.
 */
final class Translations {

	/** Hooks it into WordPress. */
	public static function register() {
		add_action( 'wp_head', array( self::class, 'head' ), 4 );
		// Before the sentence for readers, which is in the language of the site.
		add_filter( 'the_content', array( self::class, 'content' ), 98 );
	}

	/** Names each language's address to search engines, this one's too, as they want it. */
	public static function head() {
		if ( ! is_singular() ) {
			return;
		}
		$others = self::others( get_queried_object_id() );
		if ( ! $others ) {
			return;
		}
		foreach ( array_merge( array( get_queried_object() ), $others ) as $post ) {
			echo '<link rel="alternate" hreflang="', esc_attr( Marks::of( $post->ID, Marks::LANGUAGE ) ), '" href="', esc_url( get_permalink( $post ) ), '">', "\n";
		}
	}

	/**
	 * Says in which language the text is, and where it stands in others.
	 *
	 * @param string $content The text as HTML.
	 * @return string
	 */
	public static function content( $content ) {
		if ( ! is_singular() || ! in_the_loop() || ! is_main_query() || ! Marks::has( get_the_ID() ) ) {
			return $content;
		}
		$language = Marks::of( get_the_ID(), Marks::LANGUAGE );
		if ( '' !== $language && get_bloginfo( 'language' ) !== $language ) {
			$content = '<div lang="' . esc_attr( $language ) . '" dir="auto">' . $content . '</div>';
		}
		$links = array();
		foreach ( self::others( get_the_ID() ) as $post ) {
			$tag     = Marks::of( $post->ID, Marks::LANGUAGE );
			$links[] = '<a href="' . esc_url( get_permalink( $post ) ) . '" hreflang="' . esc_attr( $tag ) . '" lang="' . esc_attr( $tag ) . '" dir="auto">' . esc_html( get_the_title( $post ) ) . '</a>';
		}
		return $links ? $content . '<p class="contentpack-translations">' . esc_html__( 'In other languages:', 'contentpack' ) . ' ' . implode( ' · ', $links ) . '</p>' : $content;
	}

	/**
	 * The public posts of the same article in other languages, one for each, by language.
	 *
	 * @param int $post_id The post.
	 * @return \WP_Post[]
	 */
	private static function others( $post_id ) {
		if ( ! Marks::has( $post_id ) ) {
			return array();
		}
		$found  = get_posts(
			array(
				'post_type'    => Marks::post_types(),
				'post_status'  => 'publish',
				'has_password' => false,
				'numberposts'  => 100,
				'orderby'      => 'ID',
				'order'        => 'ASC',
				'meta_query'   => array( // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_query
					array(
						'key'   => Marks::PACK,
						'value' => Marks::of( $post_id, Marks::PACK ),
					),
					array(
						'key'   => Marks::ARTICLE,
						'value' => Marks::of( $post_id, Marks::ARTICLE ),
					),
				),
			)
		);
		$others = array();
		foreach ( $found as $post ) {
			$language = Marks::of( $post->ID, Marks::LANGUAGE );
			if ( '' !== $language && Marks::of( $post_id, Marks::LANGUAGE ) !== $language && ! isset( $others[ $language ] ) ) {
				$others[ $language ] = $post;
			}
		}
		ksort( $others, SORT_STRING );
		return array_values( $others );
	}
}
