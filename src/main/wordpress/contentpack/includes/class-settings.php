<?php
/**
 * Settings, and the page on which they are made.
 *
 * @package ContentPack
 */

namespace ContentPack;

defined( 'ABSPATH' ) || exit;

/**
 * Three settings: where the server is, the site's token there, and whether the site asks by itself. All are empty in the beginning, and the plugin works
 * without them.
 */
final class Settings {

	const SERVER = 'contentpack_server';
	const TOKEN  = 'contentpack_token';
	const PULL   = 'contentpack_pull';
	const PAGE   = 'contentpack';
	const RIGHT  = 'manage_options';

	/** Hooks it into WordPress. */
	public static function register() {
		add_action( 'admin_init', array( self::class, 'register_settings' ) );
		add_action( 'admin_menu', array( self::class, 'register_page' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN_FILE ), array( self::class, 'link' ) );
	}

	/** Address of the server without a slash at its end, empty where there is none. */
	public static function server() {
		return untrailingslashit( (string) get_option( self::SERVER, '' ) );
	}

	/** The site's token on the server. */
	public static function token() {
		return (string) get_option( self::TOKEN, '' );
	}

	/** Whether the site asks the server by itself. */
	public static function pulls() {
		return '1' === get_option( self::PULL, '' ) && '' !== self::server() && '' !== self::token();
	}

	/** Makes the settings known. */
	public static function register_settings() {
		$checks = array(
			self::SERVER => 'checked_server',
			self::TOKEN  => 'checked_token',
			self::PULL   => 'checked_pull',
		);
		foreach ( $checks as $name => $check ) {
			register_setting(
				self::PAGE,
				$name,
				array(
					'type'              => 'string',
					'default'           => '',
					'show_in_rest'      => false,
					'sanitize_callback' => array( self::class, $check ),
				)
			);
		}
	}

	/**
	 * The address, if it is one that a token may be sent to: over HTTPS, or to this machine.
	 *
	 * @param mixed $value What was typed.
	 * @return string
	 */
	public static function checked_server( $value ) {
		$value = untrailingslashit( trim( is_string( $value ) ? $value : '' ) );
		if ( '' === $value ) {
			return '';
		}
		$parts = wp_parse_url( $value );
		$local = isset( $parts['host'] ) && in_array( $parts['host'], array( '127.0.0.1', 'localhost', '[::1]' ), true );
		$good  = isset( $parts['scheme'], $parts['host'] ) && ( 'https' === $parts['scheme'] || ( 'http' === $parts['scheme'] && $local ) )
			&& ! isset( $parts['user'] ) && ! isset( $parts['pass'] ) && ! isset( $parts['query'] ) && ! isset( $parts['fragment'] );
		if ( $good ) {
			return esc_url_raw( $value, array( 'https', 'http' ) );
		}
		add_settings_error(
			self::SERVER,
			'contentpack_server',
			__( 'The address of the server must begin with https:// (http:// only for a server on this machine) and hold no user, no question mark and no #. It was not changed.', 'contentpack' )
		);
		return (string) get_option( self::SERVER, '' );
	}

	/**
	 * The token. An empty field leaves the one that is there, since the page never shows it.
	 *
	 * @param mixed $value What was typed.
	 * @return string
	 */
	public static function checked_token( $value ) {
		$value = trim( is_string( $value ) ? $value : '' );
		$old   = self::token();
		if ( '' === $value ) {
			// The nonce was checked by options.php, which calls this.
			return isset( $_POST['contentpack_forget_token'] ) ? '' : $old; // phpcs:ignore WordPress.Security.NonceVerification.Missing
		}
		if ( preg_match( '/^[\x21-\x7e]{16,512}$/D', $value ) ) {
			return $value;
		}
		add_settings_error( self::TOKEN, 'contentpack_token', __( 'A token has at least 16 characters and no spaces. It was not changed.', 'contentpack' ) );
		return $old;
	}

	/**
	 * Whether to ask.
	 *
	 * @param mixed $value Of the box.
	 * @return string
	 */
	public static function checked_pull( $value ) {
		return '1' === $value ? '1' : '';
	}

	/** Adds the page to the menu. */
	public static function register_page() {
		add_options_page( __( 'Content Pack', 'contentpack' ), __( 'Content Pack', 'contentpack' ), self::RIGHT, self::PAGE, array( self::class, 'show' ) );
	}

	/** Address of the page. */
	public static function url() {
		return admin_url( 'options-general.php?page=' . self::PAGE );
	}

	/**
	 * Adds a link to the list of plugins.
	 *
	 * @param string[] $links That are there.
	 * @return string[]
	 */
	public static function link( $links ) {
		array_unshift( $links, '<a href="' . esc_url( self::url() ) . '">' . esc_html__( 'Settings', 'contentpack' ) . '</a>' );
		return $links;
	}

	/** Shows the page. */
	public static function show() {
		if ( ! current_user_can( self::RIGHT ) ) {
			return;
		}
		?>
		<div class="wrap">
			<h1><?php esc_html_e( 'Content Pack', 'contentpack' ); ?></h1>
			<p class="contentpack-lead"><?php esc_html_e( 'The plugin works without any of these settings: a Content Pack server that can reach this site writes to it with an application password. Fill them in to get links to the server, or if the server cannot reach this site.', 'contentpack' ); ?></p>
			<form action="options.php" method="post">
				<?php settings_fields( self::PAGE ); ?>
				<table class="form-table" role="presentation">
					<tr>
						<th scope="row"><label for="contentpack-server"><?php esc_html_e( 'Server address', 'contentpack' ); ?></label></th>
						<td>
							<input type="url" class="regular-text code" id="contentpack-server" name="<?php echo esc_attr( self::SERVER ); ?>" value="<?php echo esc_attr( self::server() ); ?>" placeholder="https://packs.example.org" aria-describedby="contentpack-server-help">
							<p class="description" id="contentpack-server-help"><?php esc_html_e( 'Where your Content Pack server is. Editors then get a link from each text to its history and plans.', 'contentpack' ); ?></p>
						</td>
					</tr>
					<tr>
						<th scope="row"><label for="contentpack-token"><?php esc_html_e( 'Token of this site', 'contentpack' ); ?></label></th>
						<td>
							<input type="password" class="regular-text code" id="contentpack-token" name="<?php echo esc_attr( self::TOKEN ); ?>" value="" autocomplete="off" placeholder="<?php echo esc_attr( '' === self::token() ? '' : __( 'A token is saved', 'contentpack' ) ); ?>" aria-describedby="contentpack-token-help">
							<?php if ( '' !== self::token() ) : ?>
								<label><input type="checkbox" name="contentpack_forget_token" value="1"> <?php esc_html_e( 'Forget the saved token', 'contentpack' ); ?></label>
							<?php endif; ?>
							<p class="description" id="contentpack-token-help"><?php esc_html_e( 'Only for sites that ask by themselves. Whoever runs the server gives it to you. It is never shown again.', 'contentpack' ); ?></p>
						</td>
					</tr>
					<tr>
						<th scope="row"><?php esc_html_e( 'Ask by itself', 'contentpack' ); ?></th>
						<td>
							<label><input type="checkbox" name="<?php echo esc_attr( self::PULL ); ?>" value="1" <?php checked( '1', get_option( self::PULL, '' ) ); ?>> <?php esc_html_e( 'Twice a day, send the texts that came from packs to the server and show what a newer version would change', 'contentpack' ); ?></label>
							<p class="description"><?php esc_html_e( 'For sites that the server cannot reach. Drafts are sent too. Nothing on this site is changed by the answer.', 'contentpack' ); ?></p>
						</td>
					</tr>
				</table>
				<?php submit_button(); ?>
			</form>
			<?php Pull::show(); ?>
		</div>
		<?php
	}
}
