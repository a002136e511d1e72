<?php
/**
 * Plugin Name:       Content Pack
 * Description:       Shows where texts that came from a content pack come from, which version they are and whether they were changed here, and lets a Content Pack server keep them in step without losing your changes.
 * Version:           1.0.0
 * Requires at least: 6.4
 * Requires PHP:      7.4
 * Author:            Content Pack
 * Text Domain:       contentpack
 * Domain Path:       /languages
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

const VERSION     = '1.0.0';
const PLUGIN_FILE = __FILE__;

require_once __DIR__ . '/includes/class-marks.php';
require_once __DIR__ . '/includes/class-lookup.php';
require_once __DIR__ . '/includes/class-brackets.php';
require_once __DIR__ . '/includes/class-drawing.php';
require_once __DIR__ . '/includes/class-drawing-uploads.php';
require_once __DIR__ . '/includes/class-status.php';
require_once __DIR__ . '/includes/class-settings.php';
require_once __DIR__ . '/includes/class-news.php';
require_once __DIR__ . '/includes/class-pull.php';
require_once __DIR__ . '/includes/class-origin.php';
require_once __DIR__ . '/includes/class-post-list.php';
require_once __DIR__ . '/includes/class-edit-screen.php';
require_once __DIR__ . '/includes/class-readers.php';
require_once __DIR__ . '/includes/class-links.php';
require_once __DIR__ . '/includes/class-translations.php';

Marks::register();
Lookup::register();
Brackets::register();
Drawing_Uploads::register();
Status::register();
Settings::register();
Pull::register();
Post_List::register();
Edit_Screen::register();
Readers::register();
Links::register();
Translations::register();

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'contentpack', false, dirname( plugin_basename( PLUGIN_FILE ) ) . '/languages' );
	}
);
register_deactivation_hook( PLUGIN_FILE, array( Pull::class, 'unschedule' ) );
