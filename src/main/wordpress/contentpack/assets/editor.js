/**
 * The block editor's panel, its warnings, and the question before safety advice is edited. Without build step: what stands here is what runs.
 */
( function ( wp, words ) {
	'use strict';

	var el = wp.element.createElement;
	var useSelect = wp.data.useSelect;
	var useDispatch = wp.data.useDispatch;
	var PluginDocumentSettingPanel =
		( wp.editor && wp.editor.PluginDocumentSettingPanel ) ||
		wp.editPost.PluginDocumentSettingPanel;

	/** Sections and blocks that tell readers when to get help or whom advice is not for, by a word of their class. */
	var SAFETY = /(^|[\s-])(when-to-get-help|caution|not-for)($|\s)/;

	/** What the server said about the post with the last load or save; null where it did not come from a pack. */
	function useOrigin() {
		return useSelect( function ( select ) {
			return (
				select( 'core/editor' ).getCurrentPostAttribute(
					'contentpack_origin'
				) || null
			);
		}, [] );
	}

	function fact( name, value ) {
		return [
			el( 'dt', { key: name + '-name' }, name ),
			el( 'dd', { key: name + '-value' }, value ),
		];
	}

	function badge( kind, text ) {
		return el(
			'span',
			{ className: 'contentpack-badge contentpack-badge-' + kind },
			text
		);
	}

	function news( lines ) {
		return [
			el( 'strong', { key: 'summary' }, lines[ 0 ] ),
			lines.length > 1
				? el(
						'ul',
						{ key: 'lines' },
						lines.slice( 1 ).map( function ( line ) {
							return el( 'li', { key: line }, line );
						} )
				  )
				: null,
		];
	}

	/** Opens the panel the first time that a user sees it. Whoever closes it finds it closed from then on. */
	function openOnce() {
		var store = wp.data.select( 'core/editor' ).isEditorPanelOpened
			? 'core/editor'
			: 'core/edit-post';
		var panel = 'contentpack/contentpack-origin';
		if ( wp.data.select( 'core/preferences' ).get( 'contentpack', 'panelShown' ) ) {
			return;
		}
		wp.data.dispatch( 'core/preferences' ).set( 'contentpack', 'panelShown', true );
		if ( ! wp.data.select( store ).isEditorPanelOpened( panel ) ) {
			wp.data.dispatch( store ).toggleEditorPanelOpened( panel );
		}
	}

	function Panel() {
		var origin = useOrigin();
		var isOurs = Boolean( origin );
		wp.element.useEffect(
			function () {
				if ( isOurs ) {
					openOnce();
				}
			},
			[ isOurs ]
		);
		if ( ! origin ) {
			return null;
		}
		return el(
			PluginDocumentSettingPanel,
			{
				name: 'contentpack-origin',
				title: words.title,
				className: 'contentpack-panel',
			},
			el(
				'dl',
				{ className: 'contentpack-facts' },
				fact( words.source, origin.source ),
				fact( words.article, origin.article ),
				fact(
					words.state,
					badge( origin.change, origin.changeText )
				),
				fact(
					words.review,
					badge( origin.review, origin.reviewText )
				),
				origin.news.length ? fact( words.news, news( origin.news ) ) : null
			),
			origin.url
				? el(
						'p',
						null,
						el(
							wp.components.ExternalLink,
							{ href: origin.url },
							words.link
						)
				  )
				: null,
			el( 'p', { className: 'description' }, words.keep )
		);
	}

	/** Shows above the text what an editor has to know first. */
	function Warnings() {
		var origin = useOrigin();
		var createNotice = useDispatch( 'core/notices' ).createNotice;
		var texts = origin ? origin.warnings.join( '\n' ) : '';
		wp.element.useEffect(
			function () {
				if ( texts ) {
					texts.split( '\n' ).forEach( function ( text, index ) {
						createNotice( 'warning', text, {
							id: 'contentpack-warning-' + index,
							isDismissible: false,
						} );
					} );
				}
			},
			[ texts ]
		);
		return null;
	}

	/** The outermost block with safety advice around the selected one, itself included. */
	function useSafetyBlock() {
		return useSelect( function ( select ) {
			var editor = select( 'core/block-editor' );
			var selected = editor.getSelectedBlockClientId();
			if ( ! selected ) {
				return null;
			}
			var around = editor
				.getBlockParents( selected )
				.concat( [ selected ] )
				.filter( function ( id ) {
					var attributes = editor.getBlockAttributes( id ) || {};
					return SAFETY.test( attributes.className || '' );
				} );
			return around.length ? around[ 0 ] : null;
		}, [] );
	}

	/** Asks once for each such block and each visit to the editor. */
	function SafetyQuestion() {
		var origin = useOrigin();
		var block = useSafetyBlock();
		var asked = wp.element.useState( {} );
		var clearSelectedBlock =
			useDispatch( 'core/block-editor' ).clearSelectedBlock;
		if ( ! origin || ! block || asked[ 0 ][ block ] ) {
			return null;
		}
		return el(
			wp.components.Modal,
			{
				title: words.safetyTitle,
				onRequestClose: clearSelectedBlock,
				className: 'contentpack-safety',
				style: { maxWidth: '32em' },
			},
			el( 'p', null, words.safetyText ),
			el(
				wp.components.Flex,
				{ justify: 'flex-end' },
				el(
					wp.components.Button,
					{
						variant: 'tertiary',
						onClick: function () {
							var next = Object.assign( {}, asked[ 0 ] );
							next[ block ] = true;
							asked[ 1 ]( next );
						},
					},
					words.safetyGo
				),
				el(
					wp.components.Button,
					{ variant: 'primary', onClick: clearSelectedBlock },
					words.safetyBack
				)
			)
		);
	}

	wp.plugins.registerPlugin( 'contentpack', {
		icon: 'clipboard',
		render: function () {
			return el(
				wp.element.Fragment,
				null,
				el( Panel ),
				el( Warnings ),
				el( SafetyQuestion )
			);
		},
	} );
} )( window.wp, window.contentpackWords );
