<?php
/**
 * The column of the list of posts.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Shows beside each post which pack and version it is, whether it was changed here, and what is new.
 */
final class Post_List {

	const COLUMN = 'contentpack';

	/** Hooks it into WordPress. */
	public static function register() {
		add_action( 'admin_init', array( self::class, 'register_columns' ) );
		add_action( 'admin_enqueue_scripts', array( self::class, 'enqueue' ) );
	}

	/** Adds the column to every list that can hold our texts. */
	public static function register_columns() {
		foreach ( Marks::post_types() as $type ) {
			add_filter( "manage_{$type}_posts_columns", array( self::class, 'columns' ) );
			add_action( "manage_{$type}_posts_custom_column", array( self::class, 'cell' ), 10, 2 );
		}
	}

	/**
	 * Puts the column behind the title.
	 *
	 * @param string[] $columns Names by key.
	 * @return string[]
	 */
	public static function columns( $columns ) {
		$ours   = array( self::COLUMN => __( 'Content pack', 'contentpack' ) );
		$behind = array_search( 'title', array_keys( $columns ), true );
		return false === $behind ? $columns + $ours : array_slice( $columns, 0, $behind + 1 ) + $ours + array_slice( $columns, $behind + 1 );
	}

	/**
	 * Prints one cell.
	 *
	 * @param string $column  Key of the column.
	 * @param int    $post_id The post.
	 */
	public static function cell( $column, $post_id ) {
		if ( self::COLUMN !== $column ) {
			return;
		}
		if ( ! Marks::has( $post_id ) ) {
			echo '<span aria-hidden="true">&#8212;</span><span class="screen-reader-text">', esc_html__( 'Not from a pack', 'contentpack' ), '</span>';
			return;
		}
		$origin                       = new Origin( get_post( $post_id ) );
		list( $change, $change_text ) = $origin->change();
		list( $review, $review_text ) = $origin->review();
		$news                         = $origin->news();
		echo '<strong class="contentpack-source">', esc_html( $origin->source() ), '</strong><br>';
		self::badge( $change, $change_text );
		self::badge( $review, $review_text );
		if ( '' !== Marks::of( $post_id, Marks::NOTICE ) ) {
			self::badge( 'withdrawn', __( 'Should no longer be used', 'contentpack' ) );
		}
		if ( $news ) {
			echo '<span class="contentpack-news">', esc_html( $news[0] ), '</span>';
		}
	}

	/**
	 * Prints a word in a coloured box. The word says it all; the colour only helps to find it.
	 *
	 * @param string $kind Of what it says.
	 * @param string $text What it says.
	 */
	private static function badge( $kind, $text ) {
		echo '<span class="contentpack-badge contentpack-badge-', esc_attr( $kind ), '">', esc_html( $text ), '</span> ';
	}

	/**
	 * Adds our style sheet to the screens that show something of ours.
	 *
	 * @param string $screen Name of the screen.
	 */
	public static function enqueue( $screen ) {
		if ( in_array( $screen, array( 'edit.php', 'post.php', 'post-new.php', 'settings_page_' . Settings::PAGE ), true ) ) {
			wp_enqueue_style( 'contentpack-admin', plugins_url( 'assets/admin.css', PLUGIN_FILE ), array(), VERSION );
		}
	}
}
