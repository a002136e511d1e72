<?php
/**
 * What an editor of one post sees.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * A panel and warnings in the block editor, and a box with the same words in the classic one.
 */
final class Edit_Screen {

	const FIELD = 'contentpack_origin';

	/** Hooks it into WordPress. */
	public static function register() {
		add_action( 'rest_api_init', array( self::class, 'register_field' ) );
		add_action( 'enqueue_block_editor_assets', array( self::class, 'enqueue' ) );
		add_action( 'add_meta_boxes', array( self::class, 'register_box' ), 10, 2 );
	}

	/** Gives the block editor the words, anew with every save. */
	public static function register_field() {
		register_rest_field(
			Marks::post_types(),
			self::FIELD,
			array(
				'get_callback' => static function ( $item ) {
					return Marks::has( $item['id'] ) && current_user_can( 'edit_post', $item['id'] ) ? ( new Origin( get_post( $item['id'] ) ) )->to_array() : null;
				},
				'schema'       => array(
					'description' => __( 'Where the text comes from, in words for editors.', 'contentpack' ),
					'type'        => array( 'object', 'null' ),
					'context'     => array( 'edit' ),
					'readonly'    => true,
				),
			)
		);
	}

	/** Adds our script to the block editor. */
	public static function enqueue() {
		if ( ! in_array( get_current_screen()->post_type, Marks::post_types(), true ) ) {
			return;
		}
		$needs = array( 'wp-plugins', 'wp-element', 'wp-components', 'wp-compose', 'wp-data', 'wp-block-editor', 'wp-notices', 'wp-preferences', 'wp-edit-post', 'wp-editor' );
		wp_enqueue_script( 'contentpack-editor', plugins_url( 'assets/editor.js', PLUGIN_FILE ), $needs, VERSION, true );
		wp_add_inline_script(
			'contentpack-editor',
			'window.contentpackWords = ' . wp_json_encode(
				array(
					'title'       => __( 'Content pack', 'contentpack' ),
					'source'      => __( 'Comes from', 'contentpack' ),
					'article'     => __( 'Article', 'contentpack' ),
					'state'       => __( 'State', 'contentpack' ),
					'review'      => __( 'Review', 'contentpack' ),
					'news'        => __( 'New version', 'contentpack' ),
					'link'        => __( 'History and plans of this text', 'contentpack' ),
					'keep'        => __( 'You may change the text: your changes stay when a new version comes. Where both changed, you will be asked.', 'contentpack' ),
					'safetyTitle' => __( 'This is safety advice', 'contentpack' ),
					'safetyText'  => __( 'This part tells readers when they need help, or whom a piece of advice is not for. A wrong word here can do harm. Have a clinician look at what you change.', 'contentpack' ),
					'safetyGo'    => __( 'I know, let me edit', 'contentpack' ),
					'safetyBack'  => __( 'Leave it as it is', 'contentpack' ),
				)
			) . ';',
			'before'
		);
	}

	/**
	 * Adds the box to the classic editor; the block editor has the panel.
	 *
	 * @param string   $type Post type.
	 * @param \WP_Post $post The post.
	 */
	public static function register_box( $type, $post ) {
		if ( $post instanceof \WP_Post && in_array( $type, Marks::post_types(), true ) && Marks::has( $post->ID ) ) {
			add_meta_box(
				'contentpack',
				__( 'Content pack', 'contentpack' ),
				array( self::class, 'box' ),
				$type,
				'side',
				'high',
				array( '__back_compat_meta_box' => true )
			);
		}
	}

	/**
	 * Prints the box.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function box( $post ) {
		$origin = new Origin( $post );
		foreach ( $origin->warnings() as $warning ) {
			echo '<div class="notice notice-warning inline"><p>', esc_html( $warning ), '</p></div>';
		}
		echo '<p><strong>', esc_html( $origin->source() ), '</strong><br>', esc_html( $origin->article() ), '</p>';
		echo '<p>', esc_html( $origin->change()[1] ), '<br>', esc_html( $origin->review()[1] ), '</p>';
		if ( $origin->news() ) {
			echo '<ul>';
			foreach ( $origin->news() as $line ) {
				echo '<li>', esc_html( $line ), '</li>';
			}
			echo '</ul>';
		}
		if ( '' !== $origin->url() ) {
			echo '<p><a href="', esc_url( $origin->url() ), '">', esc_html__( 'History and plans of this text', 'contentpack' ), '</a></p>';
		}
	}
}
