<?php
/**
 * What a newer version would change in one post.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * The server's last answer about one post. It is kept beside the post under a name that nobody sees, and is of no use once the post has that version.
 */
final class News {

	const KEY = '_contentpack_news';

	const OUTCOMES = array( 'taken', 'kept', 'proposed', 'conflict' );

	/** Places of one answer that are kept; a text has fewer. */
	const MOST = 200;

	/**
	 * Keeps an answer.
	 *
	 * @param int    $post_id The post.
	 * @param string $to      Version that the answer is about.
	 * @param array  $item    The server's words about the post.
	 */
	public static function keep( $post_id, $to, $item ) {
		$steps = array();
		foreach ( array_slice( isset( $item['steps'] ) && is_array( $item['steps'] ) ? $item['steps'] : array(), 0, self::MOST ) as $step ) {
			$place   = isset( $step['place'] ) && is_string( $step['place'] ) ? sanitize_text_field( $step['place'] ) : '';
			$outcome = isset( $step['outcome'] ) && is_string( $step['outcome'] ) ? $step['outcome'] : '';
			if ( '' !== $place && in_array( $outcome, self::OUTCOMES, true ) ) {
				$steps[] = array( $place, $outcome );
			}
		}
		update_post_meta(
			$post_id,
			self::KEY,
			wp_slash(
				wp_json_encode(
					array(
						'to'     => $to,
						'action' => isset( $item['action'] ) && is_string( $item['action'] ) ? sanitize_key( $item['action'] ) : '',
						'steps'  => $steps,
					)
				)
			)
		);
	}

	/**
	 * Forgets what was kept.
	 *
	 * @param int $post_id The post.
	 */
	public static function forget( $post_id ) {
		delete_post_meta( $post_id, self::KEY );
	}

	/**
	 * The news about a post as sentences, the first a summary; empty where there is nothing new.
	 *
	 * @param int $post_id The post.
	 * @return string[]
	 */
	public static function of( $post_id ) {
		$kept = json_decode( Marks::of( $post_id, self::KEY ), true );
		if ( ! is_array( $kept ) || ! isset( $kept['to'], $kept['action'], $kept['steps'] ) || Marks::of( $post_id, Marks::VERSION ) === $kept['to'] ) {
			return array();
		}
		if ( 'retire' === $kept['action'] ) {
			/* translators: %s: a version, such as 1.1.0. */
			return array( sprintf( __( 'Version %s no longer has this text.', 'contentpack' ), $kept['to'] ) );
		}
		$lines = array();
		$open  = 0;
		foreach ( $kept['steps'] as list( $place, $outcome ) ) {
			$open   += in_array( $outcome, array( 'proposed', 'conflict' ), true ) ? 1 : 0;
			$lines[] = self::line( self::name( $place ), $outcome );
		}
		/* translators: %s: a version, such as 1.1.0. */
		$summary = sprintf( __( 'Version %s is out.', 'contentpack' ), $kept['to'] );
		if ( $open > 0 ) {
			/* translators: %d: number of places. */
			$summary .= ' ' . sprintf( _n( '%d place needs your decision.', '%d places need your decision.', $open, 'contentpack' ), $open );
		}
		return array_merge( array( $summary ), $lines );
	}

	/**
	 * What would happen at one place.
	 *
	 * @param string $name    Of the place.
	 * @param string $outcome What the merge came to.
	 * @return string
	 */
	private static function line( $name, $outcome ) {
		switch ( $outcome ) {
			case 'taken':
				/* translators: %s: a section or field. */
				return sprintf( __( '%s: the new text would come in.', 'contentpack' ), $name );
			case 'kept':
				/* translators: %s: a section or field. */
				return sprintf( __( '%s: your change would stay.', 'contentpack' ), $name );
			default:
				/* translators: %s: a section or field. */
				return sprintf( __( '%s: changed here and in the new version; somebody has to decide.', 'contentpack' ), $name );
		}
	}

	/**
	 * A place in words.
	 *
	 * @param string $place Such as section:dehydration or field:title.
	 * @return string
	 */
	private static function name( $place ) {
		if ( 'section:contentpack-notice' === $place ) {
			return __( 'The warning about the review', 'contentpack' );
		}
		if ( 'section:contentpack-about' === $place ) {
			return __( 'Sources and origin', 'contentpack' );
		}
		if ( 0 === strpos( $place, 'section:' ) ) {
			/* translators: %s: id of a section. */
			return sprintf( __( 'Section "%s"', 'contentpack' ), substr( $place, 8 ) );
		}
		if ( 0 === strpos( $place, 'field:' ) ) {
			/* translators: %s: name of a field. */
			return sprintf( __( 'Field "%s"', 'contentpack' ), substr( $place, 6 ) );
		}
		return 'order' === $place ? __( 'Order of the sections', 'contentpack' ) : $place;
	}
}
