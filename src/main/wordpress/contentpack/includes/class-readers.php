<?php
/**
 * What readers and search engines are told.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Says above a text that nobody has reviewed it, that its review is overdue or that it should no longer be used, unless the text says so itself, and
 * keeps such a text out of search engines.
 */
final class Readers {

	/** Class of the group in which the server itself warns readers, as part of the text. */
	const OWN_NOTICE = 'contentpack-id-contentpack-notice';

	/** Hooks it into WordPress. */
	public static function register() {
		add_filter( 'wp_robots', array( self::class, 'robots' ) );
		// After WordPress's own filters: the sentence is no part of the text.
		add_filter( 'the_content', array( self::class, 'content' ), 99 );
	}

	/**
	 * Adds noindex where it is due.
	 *
	 * @param array $robots What search engines are told so far.
	 * @return array
	 */
	public static function robots( $robots ) {
		if ( is_singular() && '' !== self::sentence( get_queried_object_id() ) ) {
			$robots['noindex'] = true;
			unset( $robots['max-image-preview'] );
		}
		return $robots;
	}

	/**
	 * Puts the sentence above the text.
	 *
	 * @param string $content The text as HTML.
	 * @return string
	 */
	public static function content( $content ) {
		if ( ! is_singular() || ! in_the_loop() || ! is_main_query() || false !== strpos( $content, self::OWN_NOTICE ) ) {
			return $content;
		}
		$sentence = self::sentence( get_the_ID() );
		return '' === $sentence ? $content : '<p class="contentpack-notice" role="note" style="border:1px solid;border-left-width:.5em;padding:.75em 1em">' . esc_html( $sentence ) . '</p>' . $content;
	}

	/**
	 * What readers have to know; empty where there is nothing.
	 *
	 * @param int $post_id The post.
	 * @return string
	 */
	private static function sentence( $post_id ) {
		if ( ! Marks::has( $post_id ) ) {
			return '';
		}
		$notice = Marks::of( $post_id, Marks::NOTICE );
		if ( '' !== $notice ) {
			/* translators: %s: why, in words. */
			return sprintf( __( 'This text should no longer be used: %s', 'contentpack' ), $notice );
		}
		switch ( Marks::of( $post_id, Marks::REVIEW ) ) {
			case 'unreviewed':
				return __( 'No clinician has reviewed this text.', 'contentpack' );
			case 'overdue':
				return __( 'The review of this text is overdue: its advice may be out of date.', 'contentpack' );
			default:
				return '';
		}
	}
}
