<?php
/**
 * Words in square brackets that are text.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps words in square brackets from becoming shortcodes. The server writes the bracket as an entity; the block editor reads it as a bracket and writes a bare one, which WordPress would run. So a name that the text had as an entity, and never bare, stays one.
 */
final class Brackets {

	const ENTITY = '&#91;';

	/** What WordPress may take for the name of a shortcode. */
	const NAME = '([^<>&\/\[\]\x00-\x20=]+)';

	/** Hooks it into WordPress. */
	public static function register() {
		add_filter( 'wp_insert_post_data', array( self::class, 'keep' ), 10, 2 );
	}

	/**
	 * Looks at a post before it is saved.
	 *
	 * @param array $data    What will be saved, with slashes.
	 * @param array $postarr What was asked for.
	 * @return array
	 */
	public static function keep( $data, $postarr ) {
		$id = isset( $postarr['ID'] ) ? (int) $postarr['ID'] : 0;
		if ( 0 === $id || '' === Marks::of( $id, Marks::PACK ) ) {
			return $data;
		}
		$before = get_post( $id );
		$names  = $before ? self::names( $before->post_content ) : array();
		if ( $names ) {
			$data['post_content'] = wp_slash( self::shown( wp_unslash( $data['post_content'] ), $names ) );
		}
		return $data;
	}

	/**
	 * The names that stand behind entities in a text, and behind no bare bracket.
	 *
	 * @param string $text The text.
	 * @return string[]
	 */
	private static function names( $text ) {
		preg_match_all( '/' . self::ENTITY . self::NAME . '/', $text, $written );
		preg_match_all( '/\[' . self::NAME . '/', $text, $bare );
		return array_diff( $written[1], $bare[1] );
	}

	/**
	 * A text with entities before these names. Comments, which hold the attributes of blocks, and addresses stay.
	 *
	 * @param string   $text  The text.
	 * @param string[] $names The names.
	 * @return string
	 */
	private static function shown( $text, $names ) {
		$shown = preg_replace_callback(
			'/<!--.*?-->|<[A-Za-z\/](?:[^>"]|"[^"]*")*>|\[' . self::NAME . '/s',
			static function ( $part ) use ( $names ) {
				if ( 0 === strpos( $part[0], '<!--' ) ) {
					return $part[0];
				}
				return preg_replace_callback(
					'/\s(?:href|src)="[^"]*"|\[' . self::NAME . '/',
					static function ( $bracket ) use ( $names ) {
						return isset( $bracket[1] ) && in_array( $bracket[1], $names, true )
							? self::ENTITY . $bracket[1]
							: $bracket[0];
					},
					$part[0]
				);
			},
			$text
		);
		return null === $shown ? $text : $shown;
	}
}
