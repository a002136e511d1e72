<?php
/**
 * A post type of a site's own, as its theme or a plugin has it.
 */

add_action(
	'init',
	static function () {
		register_post_type(
			'health_topic',
			array(
				'public'       => true,
				'label'        => 'Health topics',
				'show_in_rest' => true,
				'rest_base'    => 'health-topics',
				'supports'     => array( 'title', 'editor', 'custom-fields', 'revisions' ),
			)
		);
		register_taxonomy(
			'health_subject',
			'health_topic',
			array(
				'public'       => true,
				'show_in_rest' => true,
				'rest_base'    => 'health-subjects',
			)
		);
		foreach ( array( 'lead', 'for_whom', 'small_print', 'pack_version', 'review_state', 'dropped' ) as $key ) {
			register_post_meta(
				'health_topic',
				$key,
				array(
					'type'         => 'string',
					'single'       => true,
					'show_in_rest' => true,
				)
			);
		}
		register_post_meta(
			'health_topic',
			'reading_minutes',
			array(
				'type'         => 'integer',
				'single'       => true,
				'show_in_rest' => true,
			)
		);
	}
);

// As a plugin does that guards a field, and says nothing.
foreach ( array( 'add_post_metadata', 'update_post_metadata' ) as $hook ) {
	add_filter(
		$hook,
		static function ( $done, $post, $key ) {
			return 'dropped' === $key ? true : $done;
		},
		10,
		3
	);
}
