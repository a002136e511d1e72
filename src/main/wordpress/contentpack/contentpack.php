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
require_once __DIR__ . '/includes/class-drawing.php';
require_once __DIR__ . '/includes/class-drawing-uploads.php';
require_once __DIR__ . '/includes/class-status.php';

Marks::register();
Lookup::register();
Drawing_Uploads::register();
Status::register();
