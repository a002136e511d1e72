<?php
/**
 * An SVG that is nothing but a drawing.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Tells what in an SVG does more than draw. Elements are allowed by a list: what is dangerous in SVG is open-ended, what a still drawing needs is not.
 * The server checks the same when it takes a pack; here it is checked again, because here is where a browser would run it.
 */
final class Drawing {

	const SPACE = 'http://www.w3.org/2000/svg';

	const ELEMENTS = array(
		'svg',
		'g',
		'defs',
		'title',
		'desc',
		'metadata',
		'style',
		'path',
		'rect',
		'circle',
		'ellipse',
		'line',
		'polyline',
		'polygon',
		'text',
		'tspan',
		'textPath',
		'linearGradient',
		'radialGradient',
		'stop',
		'clipPath',
		'mask',
	);

	/** Bytes. */
	const LARGEST = 1048576;

	/**
	 * What is wrong with an SVG, as a sentence; empty where it is a still drawing.
	 *
	 * @param string $bytes The file.
	 * @return string
	 */
	public static function defect( $bytes ) {
		if ( ! class_exists( '\XMLReader' ) ) {
			return __( 'PHP on this site cannot read XML, so an SVG cannot be checked. Install the PHP extension xmlreader.', 'contentpack' );
		}
		if ( strlen( $bytes ) > self::LARGEST ) {
			return __( 'The SVG is larger than 1 MiB.', 'contentpack' );
		}
		// Before the parser: it would follow a declared encoding, and declarations of types and entities are for attacks only.
		if ( 1 !== preg_match( '//u', $bytes ) || false !== strpos( $bytes, "\0" ) ) {
			return __( 'The SVG is not UTF-8.', 'contentpack' );
		}
		if ( preg_match( '/<!(?:DOCTYPE|ENTITY)/i', $bytes ) ) {
			return __( 'The SVG declares a document type.', 'contentpack' );
		}
		if ( preg_match( '/^\s*<\?xml[^>]*encoding\s*=\s*["\'](?!utf-8)/i', $bytes ) ) {
			return __( 'The SVG is not UTF-8.', 'contentpack' );
		}
		$before = libxml_use_internal_errors( true );
		$reader = new \XMLReader();
		$defect = $reader->XML( $bytes, 'UTF-8', LIBXML_NONET ) ? self::read( $reader ) : self::no_xml();
		$reader->close();
		libxml_clear_errors();
		libxml_use_internal_errors( $before );
		return $defect;
	}

	/**
	 * Width and height of an SVG in pixels: those that it names, else those of its view box, else what browsers take where there is neither.
	 *
	 * @param string $bytes A file that has no defect.
	 * @return int[]
	 */
	public static function size( $bytes ) {
		$reader = new \XMLReader();
		$reader->XML( $bytes, 'UTF-8', LIBXML_NONET );
		while ( $reader->read() && \XMLReader::ELEMENT !== $reader->nodeType ) { // phpcs:ignore Generic.CodeAnalysis.EmptyStatement.DetectedWhile
		}
		$box  = array_map( 'floatval', preg_split( '/[\s,]+/', trim( (string) $reader->getAttribute( 'viewBox' ) ) ) );
		$size = array();
		foreach ( array( 'width', 'height' ) as $index => $name ) {
			$value = (string) $reader->getAttribute( $name );
			if ( preg_match( '/^\d+(?:\.\d+)?(?:px)?$/D', $value ) ) {
				$size[] = (int) round( (float) $value );
			} else {
				$size[] = 4 === count( $box ) && $box[ 2 + $index ] > 0 ? (int) round( $box[ 2 + $index ] ) : array( 300, 150 )[ $index ];
			}
		}
		$reader->close();
		return $size;
	}

	/**
	 * Reads the file from beginning to end.
	 *
	 * @param \XMLReader $reader Stands before the first node.
	 * @return string
	 */
	private static function read( $reader ) {
		$has_root = false;
		while ( $reader->read() ) {
			$defect = '';
			if ( \XMLReader::ELEMENT === $reader->nodeType ) {
				if ( ! $has_root && 'svg' !== $reader->localName ) {
					return self::no_xml();
				}
				$has_root = true;
				$defect   = self::element( $reader );
			} elseif ( in_array( $reader->nodeType, array( \XMLReader::TEXT, \XMLReader::CDATA ), true ) ) {
				// All text is held to the rules of styles: where it is none, that costs a caption its "url(".
				$defect = self::style( $reader->value );
			} elseif ( in_array( $reader->nodeType, array( \XMLReader::PI, \XMLReader::DOC_TYPE, \XMLReader::ENTITY_REF ), true ) ) {
				/* translators: %s: what stands in the file. */
				$defect = sprintf( __( 'The SVG has "%s", which a still drawing does not need.', 'contentpack' ), $reader->name );
			}
			if ( '' !== $defect ) {
				return $defect;
			}
		}
		return $has_root && array() === libxml_get_errors() ? '' : self::no_xml();
	}

	/**
	 * Checks one element and its attributes.
	 *
	 * @param \XMLReader $reader Stands at the element.
	 * @return string
	 */
	private static function element( $reader ) {
		if ( self::SPACE !== $reader->namespaceURI || ! in_array( $reader->localName, self::ELEMENTS, true ) ) {
			/* translators: %s: name of an element. */
			return sprintf( __( 'The SVG has the element "%s", which a still drawing does not need.', 'contentpack' ), $reader->name );
		}
		while ( $reader->moveToNextAttribute() ) {
			$name = strtolower( $reader->localName );
			if ( 0 === strpos( $name, 'on' ) ) {
				/* translators: %s: name of an attribute. */
				return sprintf( __( 'The SVG has the attribute "%s", which runs a script.', 'contentpack' ), $name );
			}
			if ( in_array( $name, array( 'href', 'src', 'base' ), true ) ) {
				if ( 1 !== preg_match( '/^#[\w.:-]+$/D', $reader->value ) ) {
					return __( 'The SVG refers to something outside itself.', 'contentpack' );
				}
			} elseif ( 0 !== strpos( $name, 'aria-' ) && 'http://www.w3.org/2000/xmlns/' !== $reader->namespaceURI ) {
				$defect = self::style( $reader->value );
				if ( '' !== $defect ) {
					return $defect;
				}
			}
		}
		$reader->moveToElement();
		return '';
	}

	/**
	 * Checks what a browser may read as CSS. Escapes could hide anything, so there are none.
	 *
	 * @param string $text The CSS.
	 * @return string
	 */
	private static function style( $text ) {
		$plain = preg_replace( '/\burl\(\s*(["\']?)#[\w.:-]+\1\s*\)/', '', $text );
		return preg_match( '/\\\\|@import|url\s*\(|image(?:-set)?\s*\(|expression\s*\(|javascript\s*:|-moz-binding|behavior\s*:/i', $plain )
			? __( 'The SVG has a style that refers to something outside itself.', 'contentpack' )
			: '';
	}

	/** The sentence for what is no SVG. */
	private static function no_xml() {
		return __( 'The file is not an SVG.', 'contentpack' );
	}
}
