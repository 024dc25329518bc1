<?php
// As much of WordPress as the plugin calls. A script of a test is its one argument; what
// the plugin did is printed as JSON.

$actions = array();
$did = array( 'sent' => array(), 'scheduled' => array(), 'options' => array(), 'autoloaded' => array() );
$answer = 200; // what the hook answers; a text: that it can't be reached, and why
$posts = array();
$user = 7;
$rest = array( 'title' => array( 'rendered' => 'Low water' ) );

function add_action( $name, $function, $priority = 10, $arguments = 1 ) {
	$GLOBALS['actions'][ $name ][] = array( $function, $arguments );
}
function do_action( $name, ...$values ) {
	foreach ( $GLOBALS['actions'][ $name ] ?? array() as [ $function, $arguments ] ) {
		$function( ...array_slice( $values, 0, $arguments ) );
	}
}

function get_post( $id ) {
	return $GLOBALS['posts'][ $id ] ?? null;
}
function get_the_guid( $post ) {
	return "https://blog.example/?p=$post->ID";
}
function mysql_to_rfc3339( $date ) {
	return str_replace( ' ', 'T', $date );
}
function is_post_type_viewable( $type ) {
	return ! in_array( $type, array( 'revision', 'nav_menu_item', 'wp_block' ), true );
}
function rest_get_route_for_post( $post ) {
	return 'order' === $post->post_type ? '' : "/wp/v2/{$post->post_type}s/$post->ID";
}
class WP_REST_Request {
	public $method;
	public $route;
	public function __construct( $method, $route ) {
		$this->method = $method;
		$this->route  = $route;
	}
}
function get_current_user_id() {
	return $GLOBALS['user'];
}
function wp_set_current_user( $id ) {
	$GLOBALS['user'] = $id;
}
function rest_do_request( $request ) {
	return $request;
}
function rest_get_server() {
	return new class() {
		public function response_to_data( $request, $embed ) {
			return $GLOBALS['rest'] + array( 'asked' => "$request->method $request->route", 'embed' => $embed, 'by' => get_current_user_id() );
		}
	};
}

function wp_generate_uuid4() {
	return sprintf( '00000000-0000-4000-8000-%012d', count( $GLOBALS['did']['sent'] ) );
}
function wp_json_encode( $value ) {
	return json_encode( $value );
}
class WP_Error {
	private $message;
	public function __construct( $message ) {
		$this->message = $message;
	}
	public function get_error_message() {
		return $this->message;
	}
}
function is_wp_error( $value ) {
	return $value instanceof WP_Error;
}
function wp_remote_post( $url, $options ) {
	$GLOBALS['did']['sent'][] = array( 'url' => $url ) + $options;
	return is_string( $GLOBALS['answer'] ) ? new WP_Error( $GLOBALS['answer'] ) : $GLOBALS['answer'];
}
function wp_remote_retrieve_response_code( $answer ) {
	return is_wp_error( $answer ) ? '' : $answer;
}
function wp_remote_retrieve_body( $answer ) {
	return "a problem of $answer";
}
function wp_schedule_single_event( $time, $hook, $arguments ) {
	$GLOBALS['did']['scheduled'][] = array( 'inSeconds' => $time - time(), 'hook' => $hook, 'arguments' => $arguments );
}
function add_option( $name, $value, $deprecated, $autoload ) {
	$GLOBALS['did']['options'] += array( $name => $value );
	if ( $autoload ) {
		$GLOBALS['did']['autoloaded'][] = $name;
	}
}
function get_option( $name ) {
	return $GLOBALS['did']['options'][ $name ] ?? false;
}
function delete_option( $name ) {
	unset( $GLOBALS['did']['options'][ $name ] );
}

function a_post( $changed = array() ) {
	return (object) ( $changed + array(
		'ID'                => 42,
		'post_type'         => 'post',
		'post_status'       => 'publish',
		'post_password'     => '',
		'post_content'      => 'canary',
		'post_date_gmt'     => '2026-11-20 10:05:00',
		'post_modified_gmt' => '2026-11-20 10:06:00',
	) );
}
function save( $post, $before ) {
	$GLOBALS['posts'][ $post->ID ] = $post;
	do_action( 'wp_after_insert_post', $post->ID, $post, null !== $before, $before );
}
function delete( $post ) {
	unset( $GLOBALS['posts'][ $post->ID ] );
	do_action( 'after_delete_post', $post->ID, $post );
}
function end_of_request() {
	do_action( 'shutdown' );
}

$is_set_up = getenv( 'EDGEWIRE_HOOK_URL' );
if ( $is_set_up ) {
	define( 'EDGEWIRE_HOOK_URL', getenv( 'EDGEWIRE_HOOK_URL' ) );
	define( 'EDGEWIRE_HOOK_SECRET', getenv( 'EDGEWIRE_HOOK_SECRET' ) );
}
require __DIR__ . '/../../docs/connect/edgewire-hook.php';
eval( $argv[1] );
echo json_encode( $did + array( 'user' => $user ) );
