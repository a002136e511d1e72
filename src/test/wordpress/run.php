<?php
/** Runs the code that stands on its input inside the given WordPress, as its administrator. */
$_SERVER['HTTP_HOST']       = parse_url( getenv( 'CONTENTPACK_TEST_URL' ), PHP_URL_HOST );
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $argv[1] . '/wp-load.php';
wp_set_current_user( 1 );
eval( stream_get_contents( STDIN ) );
