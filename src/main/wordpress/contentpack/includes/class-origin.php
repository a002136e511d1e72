<?php
/**
 * Where a text comes from, in words for editors.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Everything that the screens say about one post, said once. All texts are plain: whoever prints them escapes them.
 */
final class Origin {

	/**
	 * The post.
	 *
	 * @var \WP_Post
	 */
	private $post;

	/**
	 * Of one post that came from a pack.
	 *
	 * @param \WP_Post $post The post.
	 */
	public function __construct( $post ) {
		$this->post = $post;
	}

	/** The pack and its version. */
	public function source() {
		/* translators: 1: name of a pack, 2: version. */
		return sprintf( __( '%1$s %2$s', 'contentpack' ), $this->mark( Marks::PACK ), $this->mark( Marks::VERSION ) );
	}

	/** The article and its language. */
	public function article() {
		/* translators: 1: id of an article, 2: language. */
		return sprintf( __( '%1$s (%2$s)', 'contentpack' ), $this->mark( Marks::ARTICLE ), $this->mark( Marks::LANGUAGE ) );
	}

	/** Whether it was changed here: a word for programs and a sentence for people. */
	public function change() {
		$is_changed = Marks::is_changed( $this->post );
		if ( null === $is_changed ) {
			return array( 'unknown', __( 'Not known whether changed here', 'contentpack' ) );
		}
		return $is_changed
			? array( 'changed', __( 'Changed here since it came', 'contentpack' ) )
			: array( 'same', __( 'As it came', 'contentpack' ) );
	}

	/** Whether anybody of the trade has looked at it: a word for programs and a sentence for people. */
	public function review() {
		switch ( $this->mark( Marks::REVIEW ) ) {
			case 'reviewed':
				return array( 'reviewed', __( 'Reviewed', 'contentpack' ) );
			case 'overdue':
				return array( 'overdue', __( 'Review overdue', 'contentpack' ) );
			default:
				return array( 'unreviewed', __( 'Not reviewed', 'contentpack' ) );
		}
	}

	/** What an editor has to know before anything else; empty where there is nothing. */
	public function warnings() {
		$warnings = array();
		if ( '' !== $this->mark( Marks::NOTICE ) ) {
			/* translators: %s: why, in words. */
			$warnings[] = sprintf( __( 'This text should no longer be used: %s', 'contentpack' ), $this->mark( Marks::NOTICE ) );
		}
		list( $review ) = $this->review();
		if ( 'unreviewed' === $review ) {
			$warnings[] = __( 'No clinician has reviewed this text. Have it reviewed before you publish it.', 'contentpack' );
		} elseif ( 'overdue' === $review ) {
			$warnings[] = __( 'The review of this text is overdue: its advice may be out of date.', 'contentpack' );
		}
		return $warnings;
	}

	/** What a newer version would change. */
	public function news() {
		return News::of( $this->post->ID );
	}

	/** Where the server tells more about this text; empty where its address is not known. */
	public function url() {
		return '' === Settings::server() ? '' : add_query_arg(
			array(
				'pack'    => rawurlencode( $this->mark( Marks::PACK ) ),
				'article' => rawurlencode( $this->mark( Marks::ARTICLE ) ),
			),
			Settings::server() . '/api/installations'
		);
	}

	/** All of it, for the block editor. */
	public function to_array() {
		list( $change, $change_text ) = $this->change();
		list( $review, $review_text ) = $this->review();
		return array(
			'source'     => $this->source(),
			'article'    => $this->article(),
			'change'     => $change,
			'changeText' => $change_text,
			'review'     => $review,
			'reviewText' => $review_text,
			'warnings'   => $this->warnings(),
			'news'       => $this->news(),
			'url'        => $this->url(),
		);
	}

	/**
	 * One mark of the post.
	 *
	 * @param string $key Name of the mark.
	 * @return string
	 */
	private function mark( $key ) {
		return Marks::of( $this->post->ID, $key );
	}
}
