<?php
/** Sends each request of PHP's own web server to a file of WordPress, or to its front door. */
$contentpack_path = urldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$contentpack_file = $_SERVER['DOCUMENT_ROOT'] . $contentpack_path;
if ( is_dir( $contentpack_file ) ) {
	$contentpack_path = rtrim( $contentpack_path, '/' ) . '/index.php';
	$contentpack_file = $_SERVER['DOCUMENT_ROOT'] . $contentpack_path;
}
if ( is_file( $contentpack_file ) && '.php' !== substr( $contentpack_file, -4 ) ) {
	return false;
}
if ( ! is_file( $contentpack_file ) ) {
	$contentpack_path = '/index.php';
	$contentpack_file = $_SERVER['DOCUMENT_ROOT'] . $contentpack_path;
}
$_SERVER['SCRIPT_NAME']     = $contentpack_path;
$_SERVER['PHP_SELF']        = $contentpack_path;
$_SERVER['SCRIPT_FILENAME'] = $contentpack_file;
chdir( dirname( $contentpack_file ) );
require $contentpack_file;
