<?php
/** A must-use plugin of test sites: nothing outside this machine is asked for newer versions. */
foreach ( array( 'core', 'plugins', 'themes' ) as $contentpack_kind ) {
	add_filter(
		"pre_site_transient_update_$contentpack_kind",
		static function () {
			return (object) array(
				'last_checked'    => time(),
				'version_checked' => get_bloginfo( 'version' ),
				'updates'         => array(),
				'checked'         => array(),
				'response'        => array(),
			);
		}
	);
}
add_action(
	'admin_init',
	static function () {
		remove_action( 'admin_init', '_maybe_update_core' );
		remove_action( 'admin_init', '_maybe_update_plugins' );
		remove_action( 'admin_init', '_maybe_update_themes' );
	},
	0
);
