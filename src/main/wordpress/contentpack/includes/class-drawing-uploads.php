<?php
/**
 * SVG pictures of packs, and no other ones.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress takes no SVG, since it can hold scripts. This lets one in over the REST API if the user may write any HTML, the request says which bytes it
 * means, these are the bytes, and they are nothing but a drawing. Every other upload goes on as if this were not here.
 */
final class Drawing_Uploads {

	const HEADER = 'X-Contentpack-Digest';
	const TYPE   = 'image/svg+xml';

	/**
	 * Digest of the file that was checked in this request.
	 *
	 * @var string
	 */
	private static $checked = '';

	/** Hooks it into WordPress. */
	public static function register() {
		add_filter( 'rest_request_before_callbacks', array( self::class, 'before' ), 10, 3 );
		add_filter( 'rest_request_after_callbacks', array( self::class, 'after' ) );
		add_filter( 'wp_generate_attachment_metadata', array( self::class, 'measure' ), 10, 2 );
		add_filter( 'wp_get_missing_image_subsizes', array( self::class, 'without_sizes' ), 10, 3 );
	}

	/**
	 * Checks an SVG before anything is done with it.
	 *
	 * @param mixed            $response What was found so far.
	 * @param array            $handler  Of the route.
	 * @param \WP_REST_Request $request  The request.
	 * @return mixed
	 */
	public static function before( $response, $handler, $request ) {
		if ( is_wp_error( $response ) || 'POST' !== $request->get_method() || '/wp/v2/media' !== $request->get_route()
			|| ! self::is_svg( $request ) ) {
			return $response;
		}
		$promised = (string) $request->get_header( self::HEADER );
		if ( '' === $promised ) {
			return self::refusal( 'contentpack_svg_without_digest', __( 'SVG pictures are taken only from a Content Pack server.', 'contentpack' ), 400 );
		}
		if ( ! current_user_can( 'upload_files' ) || ! current_user_can( 'unfiltered_html' ) ) {
			return self::refusal(
				'contentpack_svg_forbidden',
				__( 'Uploading SVG pictures needs the rights upload_files and unfiltered_html. Give the user of the Content Pack server the role Editor or Administrator.', 'contentpack' ),
				rest_authorization_required_code()
			);
		}
		$bytes  = $request->get_body();
		$digest = hash( 'sha256', $bytes );
		if ( ! hash_equals( 'sha256:' . $digest, $promised ) ) {
			return self::refusal( 'contentpack_svg_damaged', __( 'The bytes that arrived have another digest than the request says.', 'contentpack' ), 400 );
		}
		$defect = Drawing::defect( $bytes );
		if ( '' !== $defect ) {
			return self::refusal( 'contentpack_svg_active', $defect, 400 );
		}
		self::$checked = $digest;
		add_filter( 'upload_mimes', array( self::class, 'allow' ) );
		add_filter( 'wp_check_filetype_and_ext', array( self::class, 'recognise' ), 10, 3 );
		return $response;
	}

	/**
	 * Closes the door again.
	 *
	 * @param mixed $response Passed on.
	 * @return mixed
	 */
	public static function after( $response ) {
		self::$checked = '';
		remove_filter( 'upload_mimes', array( self::class, 'allow' ) );
		remove_filter( 'wp_check_filetype_and_ext', array( self::class, 'recognise' ), 10 );
		return $response;
	}

	/**
	 * Adds SVG to the types that may be uploaded.
	 *
	 * @param array $types By ending.
	 * @return array
	 */
	public static function allow( $types ) {
		$types['svg'] = self::TYPE;
		return $types;
	}

	/**
	 * Says that the checked file is an SVG. Systems differ in what they take such a file for.
	 *
	 * @param array  $found What WordPress found.
	 * @param string $file  Path of the file.
	 * @param string $name  Name that it will have.
	 * @return array
	 */
	public static function recognise( $found, $file, $name ) {
		if ( '.svg' === strtolower( substr( $name, -4 ) ) && is_readable( $file ) && hash_file( 'sha256', $file ) === self::$checked ) {
			$found['ext']  = 'svg';
			$found['type'] = self::TYPE;
		}
		return $found;
	}

	/**
	 * Tells the size of a drawing, which WordPress can read from other pictures only, and expects of every one.
	 *
	 * @param array $metadata Of the picture.
	 * @param int   $id       The picture.
	 * @return array
	 */
	public static function measure( $metadata, $id ) {
		$file = get_attached_file( $id );
		if ( self::TYPE === get_post_mime_type( $id ) && ! isset( $metadata['width'] ) && is_readable( $file ) ) {
			list( $metadata['width'], $metadata['height'] ) = Drawing::size( file_get_contents( $file ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents
			$metadata['file']                               = _wp_relative_upload_path( $file );
			$metadata['sizes']                              = array();
		}
		return $metadata;
	}

	/**
	 * Says that a drawing needs no smaller copies of itself.
	 *
	 * @param array $missing  Sizes that WordPress would make.
	 * @param array $metadata Of the picture.
	 * @param int   $id       The picture.
	 * @return array
	 */
	public static function without_sizes( $missing, $metadata, $id ) {
		return self::TYPE === get_post_mime_type( $id ) ? array() : $missing;
	}

	/**
	 * Whether a request wants to upload an SVG.
	 *
	 * @param \WP_REST_Request $request The request.
	 * @return bool
	 */
	private static function is_svg( $request ) {
		$type = $request->get_content_type();
		$name = (string) $request->get_header( 'Content-Disposition' );
		return ( $type && self::TYPE === $type['value'] )
			|| ( '' !== (string) $request->get_header( self::HEADER ) && preg_match( '/\.svg\b/i', $name ) );
	}

	/**
	 * An answer that says no.
	 *
	 * @param string $code    For programs.
	 * @param string $message For people.
	 * @param int    $status  Of HTTP.
	 * @return \WP_Error
	 */
	private static function refusal( $code, $message, $status ) {
		return new \WP_Error( $code, $message, array( 'status' => $status ) );
	}
}
