<?php
/**
 * What a post says of where it comes from.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * The names under which a post keeps its origin. WordPress drops what nobody registered without a word, and answers 200.
 */
final class Marks {

	const PACK     = 'contentpack_pack';
	const ARTICLE  = 'contentpack_article';
	const LANGUAGE = 'contentpack_language';
	const VERSION  = 'contentpack_version';
	const RELEASE  = 'contentpack_release';
	const DIGEST   = 'contentpack_digest';
	const REVIEW   = 'contentpack_review';
	const NOTICE   = 'contentpack_notice';
	const WRITTEN  = 'contentpack_written';

	const ALL = array(
		self::PACK,
		self::ARTICLE,
		self::LANGUAGE,
		self::VERSION,
		self::RELEASE,
		self::DIGEST,
		self::REVIEW,
		self::NOTICE,
		self::WRITTEN,
	);

	/** Bytes; a mark is a word, a digest or a sentence. */
	const LONGEST = 8192;

	/** Hooks it into WordPress. */
	public static function register() {
		// Late, so that post types of themes and other plugins are there.
		add_action( 'init', array( self::class, 'register_meta' ), 99 );
		add_filter( 'is_protected_meta', array( self::class, 'is_protected' ), 10, 3 );
	}

	/** The post types that can carry our texts. */
	public static function post_types() {
		$types = get_post_types(
			array(
				'public'       => true,
				'show_in_rest' => true,
			)
		);
		unset( $types['attachment'] );
		return array_values( $types );
	}

	/** Registers the marks of all post types, and the digest of pictures. */
	public static function register_meta() {
		foreach ( self::post_types() as $type ) {
			// Without it, the REST API has no meta for the type.
			add_post_type_support( $type, 'custom-fields' );
			foreach ( self::ALL as $key ) {
				self::register_key( $type, $key, post_type_supports( $type, 'revisions' ) );
			}
		}
		self::register_key( 'attachment', self::DIGEST, false );
	}

	/**
	 * Registers one mark.
	 *
	 * @param string $type           Post type.
	 * @param string $key            Name of the mark.
	 * @param bool   $with_revisions Whether old revisions keep the mark that they had.
	 */
	private static function register_key( $type, $key, $with_revisions ) {
		register_post_meta(
			$type,
			$key,
			array(
				'type'              => 'string',
				'single'            => true,
				'show_in_rest'      => array( 'schema' => array( 'maxLength' => self::LONGEST ) ),
				'auth_callback'     => array( self::class, 'may_write' ),
				'revisions_enabled' => $with_revisions,
			)
		);
	}

	/**
	 * Whether the current user may write a mark: as whoever may edit the post.
	 *
	 * @param bool   $allowed What was found so far.
	 * @param string $key     Name of the mark.
	 * @param int    $post_id The post.
	 * @return bool
	 */
	public static function may_write( $allowed, $key, $post_id ) {
		return current_user_can( 'edit_post', $post_id );
	}

	/**
	 * Keeps the marks out of the list of custom fields, where a slip would cut a post off from its pack.
	 *
	 * @param bool   $is_protected What was found so far.
	 * @param string $key          Name of a custom field.
	 * @param string $object_type  What it belongs to.
	 * @return bool
	 */
	public static function is_protected( $is_protected, $key, $object_type ) {
		return $is_protected || ( 'post' === $object_type && in_array( $key, self::ALL, true ) );
	}

	/**
	 * One mark of a post, empty where there is none.
	 *
	 * @param int    $post_id The post.
	 * @param string $key     Name of the mark.
	 * @return string
	 */
	public static function of( $post_id, $key ) {
		$value = get_post_meta( $post_id, $key, true );
		return is_string( $value ) ? $value : '';
	}

	/**
	 * Whether a post came from a pack.
	 *
	 * @param int $post_id The post.
	 * @return bool
	 */
	public static function has( $post_id ) {
		return '' !== self::of( $post_id, self::PACK ) && '' !== self::of( $post_id, self::ARTICLE );
	}

	/**
	 * Digest over what readers and editors see of a post: title, excerpt and content as they are stored, joined by line feeds. The server writes it
	 * beside every text that it writes.
	 *
	 * @param \WP_Post $post The post.
	 * @return string
	 */
	public static function digest_of( $post ) {
		return 'sha256:' . hash( 'sha256', $post->post_title . "\n" . $post->post_excerpt . "\n" . $post->post_content );
	}

	/**
	 * Whether somebody changed a text since the server wrote it; null where the server did not say what it wrote.
	 *
	 * @param \WP_Post $post The post.
	 * @return bool|null
	 */
	public static function is_changed( $post ) {
		$written = self::of( $post->ID, self::WRITTEN );
		return '' === $written ? null : ! hash_equals( $written, self::digest_of( $post ) );
	}
}
