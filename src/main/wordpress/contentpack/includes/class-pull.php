<?php
/**
 * The site asks the server, where the server cannot ask the site.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Sends what stands here to POST {server}/api/packs/{pack}/merges and keeps the answer for editors to see. Changes no text.
 */
final class Pull {

	const HOOK = 'contentpack_pull';
	const LAST = 'contentpack_last_pull';

	/** Posts in one request. */
	const BATCH = 25;

	/** Bytes of texts in one request, if it is about more than one post. The answer has each text up to five times. */
	const BATCH_BYTES = 1048576;

	/** Bytes of an answer. */
	const LARGEST_ANSWER = 16777216;

	/** Seconds. */
	const PATIENCE = 30;

	/** Hooks it into WordPress. */
	public static function register() {
		add_action( self::HOOK, array( self::class, 'ask' ) );
		add_action( 'init', array( self::class, 'schedule' ) );
		add_action( 'admin_post_contentpack_ask', array( self::class, 'ask_now' ) );
	}

	/** Puts the question into WordPress's calendar, or takes it out. */
	public static function schedule() {
		$is_scheduled = false !== wp_next_scheduled( self::HOOK );
		if ( Settings::pulls() && ! $is_scheduled ) {
			// Not all sites at once.
			wp_schedule_event( time() + wp_rand( MINUTE_IN_SECONDS, HOUR_IN_SECONDS ), 'twicedaily', self::HOOK );
		} elseif ( ! Settings::pulls() && $is_scheduled ) {
			self::unschedule();
		}
	}

	/** Takes the question out of WordPress's calendar. */
	public static function unschedule() {
		wp_clear_scheduled_hook( self::HOOK );
	}

	/** Asks because a person pressed the button. */
	public static function ask_now() {
		if ( ! current_user_can( Settings::RIGHT ) ) {
			wp_die( esc_html__( 'You may not do this.', 'contentpack' ), '', array( 'response' => 403 ) );
		}
		check_admin_referer( 'contentpack_ask' );
		self::ask();
		wp_safe_redirect( Settings::url() );
		exit;
	}

	/** Asks about every text that came from a pack. */
	public static function ask() {
		$outcome = array(
			'at'    => time(),
			'posts' => 0,
			'error' => '',
		);
		if ( '' === Settings::server() || '' === Settings::token() ) {
			$outcome['error'] = __( 'The address of the server and the token of this site are needed.', 'contentpack' );
		} else {
			foreach ( self::batches() as $batch ) {
				$problem = self::ask_about( $batch['pack'], $batch['base'], $batch['posts'] );
				if ( '' !== $problem ) {
					$outcome['error'] = $problem;
					break;
				}
				$outcome['posts'] += count( $batch['posts'] );
			}
		}
		update_option( self::LAST, $outcome, false );
	}

	/** The posts by pack and version, since one question is about one version of one pack. */
	private static function batches() {
		$found  = new \WP_Query(
			array(
				'post_type'        => Marks::post_types(),
				'post_status'      => array( 'publish', 'future', 'draft', 'pending', 'private' ),
				'posts_per_page'   => -1,
				'orderby'          => 'ID',
				'order'            => 'ASC',
				'meta_key'         => Marks::PACK, // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key
				'suppress_filters' => true, // phpcs:ignore WordPressVIPMinimum.Performance.WPQueryParams.SuppressFilters_suppress_filters
				'no_found_rows'    => true,
			)
		);
		$groups = array();
		foreach ( $found->posts as $post ) {
			if ( Marks::has( $post->ID ) && '' !== Marks::of( $post->ID, Marks::VERSION ) ) {
				$groups[ Marks::of( $post->ID, Marks::PACK ) . ' ' . Marks::of( $post->ID, Marks::VERSION ) ][] = $post;
			}
		}
		$batches = array();
		foreach ( $groups as $name => $posts ) {
			list( $pack, $base ) = explode( ' ', $name, 2 );
			foreach ( self::chunks( $posts ) as $chunk ) {
				$batches[] = array(
					'pack'  => $pack,
					'base'  => $base,
					'posts' => $chunk,
				);
			}
		}
		return $batches;
	}

	/**
	 * Cuts posts into parts that one request can carry. A copy of a post goes into another part: an article is asked about once in a request.
	 *
	 * @param \WP_Post[] $posts The posts.
	 * @return array
	 */
	private static function chunks( $posts ) {
		$chunks = array();
		foreach ( $posts as $post ) {
			$key = Marks::of( $post->ID, Marks::ARTICLE ) . ' ' . Marks::of( $post->ID, Marks::LANGUAGE );
			$at  = 0;
			while ( isset( $chunks[ $at ] ) && ( count( $chunks[ $at ]['posts'] ) >= self::BATCH || isset( $chunks[ $at ]['keys'][ $key ] ) || $chunks[ $at ]['bytes'] + strlen( $post->post_content ) > self::BATCH_BYTES ) ) {
				++$at;
			}
			if ( ! isset( $chunks[ $at ] ) ) {
				$chunks[ $at ] = array(
					'posts' => array(),
					'keys'  => array(),
					'bytes' => 0,
				);
			}
			$chunks[ $at ]['posts'][]       = $post;
			$chunks[ $at ]['keys'][ $key ]  = true;
			$chunks[ $at ]['bytes']        += strlen( $post->post_content );
		}
		return wp_list_pluck( $chunks, 'posts' );
	}

	/**
	 * Asks about some posts.
	 *
	 * @param string     $pack  That they came from.
	 * @param string     $base  Version that they have.
	 * @param \WP_Post[] $posts The posts.
	 * @return string What went wrong, empty where nothing did.
	 */
	private static function ask_about( $pack, $base, $posts ) {
		$answer = wp_remote_post(
			Settings::server() . '/api/packs/' . rawurlencode( $pack ) . '/merges',
			array(
				'timeout'             => self::PATIENCE,
				// A token goes to the server that it is for and nowhere else.
				'redirection'         => 0,
				'limit_response_size' => self::LARGEST_ANSWER,
				'headers'             => array(
					'Authorization' => 'Bearer ' . Settings::token(),
					'Content-Type'  => 'application/json',
					'Accept'        => 'application/json',
				),
				'body'                => wp_json_encode(
					array(
						'kind'  => 'wordpress',
						'base'  => $base,
						'to'    => 'latest',
						'items' => array_map( array( self::class, 'item' ), $posts ),
					),
					JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES
				),
			)
		);
		if ( is_wp_error( $answer ) ) {
			/* translators: %s: what went wrong, in English. */
			return sprintf( __( 'The server could not be reached: %s', 'contentpack' ), $answer->get_error_message() );
		}
		$body = json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( 200 !== wp_remote_retrieve_response_code( $answer ) || ! isset( $body['to'], $body['items'] ) || ! is_string( $body['to'] ) || ! is_array( $body['items'] ) ) {
			return self::refusal( (int) wp_remote_retrieve_response_code( $answer ), is_array( $body ) ? $body : array() );
		}
		self::keep( $posts, sanitize_text_field( $body['to'] ), $body['items'] );
		return '';
	}

	/**
	 * A post as the server wants to have it.
	 *
	 * @param \WP_Post $post The post.
	 * @return array
	 */
	private static function item( $post ) {
		$tags   = get_the_terms( $post, 'post_tag' );
		$review = Marks::of( $post->ID, Marks::REVIEW );
		return array_merge(
			'' === $review ? array() : array(
				'review' => $review,
				'notice' => Marks::of( $post->ID, Marks::NOTICE ),
			),
			array(
				'article'  => Marks::of( $post->ID, Marks::ARTICLE ),
				'language' => Marks::of( $post->ID, Marks::LANGUAGE ),
				'title'    => $post->post_title,
				'summary'  => $post->post_excerpt,
				'slug'     => $post->post_name,
				'tags'     => is_array( $tags ) ? wp_list_pluck( $tags, 'slug' ) : array(),
				'body'     => $post->post_content,
			)
		);
	}

	/**
	 * Keeps what the server said about each post.
	 *
	 * @param \WP_Post[] $posts Asked about.
	 * @param string     $to    Version that the answer is about.
	 * @param array      $items The answer.
	 */
	private static function keep( $posts, $to, $items ) {
		$by_key = array();
		foreach ( $items as $item ) {
			if ( isset( $item['article'], $item['language'] ) && is_string( $item['article'] ) && is_string( $item['language'] ) ) {
				$by_key[ $item['article'] . ' ' . $item['language'] ] = $item;
			}
		}
		foreach ( $posts as $post ) {
			$key = Marks::of( $post->ID, Marks::ARTICLE ) . ' ' . Marks::of( $post->ID, Marks::LANGUAGE );
			if ( isset( $by_key[ $key ] ) ) {
				News::keep( $post->ID, $to, $by_key[ $key ] );
			} else {
				News::forget( $post->ID );
			}
		}
	}

	/**
	 * What the server's no means.
	 *
	 * @param int   $status Of HTTP.
	 * @param array $body   The problem that it told.
	 * @return string
	 */
	private static function refusal( $status, $body ) {
		if ( 401 === $status || 403 === $status ) {
			return __( 'The server does not accept the token of this site. Ask whoever runs the server for a new one.', 'contentpack' );
		}
		if ( $status >= 300 && $status < 400 ) {
			return __( 'The server sends on to another address. Enter the address where it really is.', 'contentpack' );
		}
		$detail = isset( $body['detail'] ) && is_string( $body['detail'] ) ? $body['detail'] : ( isset( $body['title'] ) && is_string( $body['title'] ) ? $body['title'] : '' );
		/* translators: 1: status of HTTP, 2: the server's words. */
		return sprintf( __( 'The server answered %1$d. %2$s', 'contentpack' ), $status, sanitize_text_field( $detail ) );
	}

	/** Shows on the settings page when the site asked last, and the button. */
	public static function show() {
		$last = get_option( self::LAST );
		echo '<h2>', esc_html__( 'Last answer', 'contentpack' ), '</h2>';
		if ( ! is_array( $last ) ) {
			echo '<p>', esc_html__( 'This site has not asked yet.', 'contentpack' ), '</p>';
		} else {
			$when = wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $last['at'] );
			if ( '' === $last['error'] ) {
				/* translators: 1: date and time, 2: number of texts. */
				echo '<p>', esc_html( sprintf( _n( '%1$s: the server answered about %2$d text. The list of posts shows what is new.', '%1$s: the server answered about %2$d texts. The list of posts shows what is new.', $last['posts'], 'contentpack' ), $when, $last['posts'] ) ), '</p>';
			} else {
				echo '<div class="notice notice-error inline"><p>', esc_html( $when . ': ' . $last['error'] ), '</p></div>';
			}
		}
		echo '<form action="', esc_url( admin_url( 'admin-post.php' ) ), '" method="post"><input type="hidden" name="action" value="contentpack_ask">';
		wp_nonce_field( 'contentpack_ask' );
		submit_button( __( 'Ask now', 'contentpack' ), 'secondary', 'submit', false );
		echo '</form>';
	}
}
