<?php
/**
 * Posts and pictures found by what they are, not by slug or title.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Adds filters of our own to the lists of the REST API. What a caller may not see stays out of them as ever.
 */
final class Lookup {

	const FILTERS = array( Marks::PACK, Marks::ARTICLE, Marks::LANGUAGE, Marks::DIGEST );

	/** Hooks it into WordPress. */
	public static function register() {
		// Before the routes are made, after the post types are.
		add_action( 'rest_api_init', array( self::class, 'register_filters' ), 5 );
	}

	/** Adds the filters to every list that can hold our things. */
	public static function register_filters() {
		foreach ( array_merge( Marks::post_types(), array( 'attachment' ) ) as $type ) {
			add_filter( "rest_{$type}_collection_params", array( self::class, 'parameters' ) );
			add_filter( "rest_{$type}_query", array( self::class, 'query' ), 10, 2 );
		}
	}

	/**
	 * Describes the filters.
	 *
	 * @param array $parameters Those that the list has already.
	 * @return array
	 */
	public static function parameters( $parameters ) {
		foreach ( self::FILTERS as $key ) {
			$parameters[ $key ] = array(
				/* translators: %s: name of a mark. */
				'description' => sprintf( __( 'Only items whose mark %s has this value.', 'contentpack' ), $key ),
				'type'        => 'string',
				'minLength'   => 1,
				'maxLength'   => 200,
			);
		}
		return $parameters;
	}

	/**
	 * Narrows a query.
	 *
	 * @param array            $arguments Of the query.
	 * @param \WP_REST_Request $request   That asks.
	 * @return array
	 */
	public static function query( $arguments, $request ) {
		foreach ( self::FILTERS as $key ) {
			if ( isset( $request[ $key ] ) ) {
				$arguments['meta_query'][] = array( // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_query
					'key'   => $key,
					'value' => $request[ $key ],
				);
			}
		}
		return $arguments;
	}
}
