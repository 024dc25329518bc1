<?php
/**
 * Plugin Name: Edgewire hook
 * Description: Tells a feed on Edgewire of every post that is published, changed, taken back or deleted.
 * Requires at least: 5.6
 * Requires PHP: 7.2
 * License: MIT
 *
 * Signed as Standard Webhooks v1, https://www.standardwebhooks.com. Of what isn't
 * public no word leaves the site: only which post it is, its state and its dates.
 */

if ( ! defined( 'EDGEWIRE_HOOK_URL' ) || ! defined( 'EDGEWIRE_HOOK_SECRET' ) ) {
	return;
}

// Of a save's hooks the last: terms and picture are set, the block editor's too.
add_action( 'wp_after_insert_post', 'edgewire_changed', 10, 4 );
add_action( 'after_delete_post', 'edgewire_deleted', 10, 2 );
add_action( 'edgewire_retry', 'edgewire_retry', 10, 2 );

function edgewire_is_public( $post ) {
	return $post && 'publish' === $post->post_status && '' === $post->post_password;
}

function edgewire_changed( $post_id, $post, $update, $before ) {
	if ( edgewire_is_public( $post ) || edgewire_is_public( $before ) ) {
		edgewire_tell_at_the_end( $post, null );
	}
}

function edgewire_deleted( $post_id, $post ) {
	if ( in_array( $post->post_status, array( 'publish', 'trash' ), true ) ) {
		edgewire_tell_at_the_end( $post, array( 'deleted' => true, 'previous' => edgewire_state( $post ) ) );
	}
}

// One delivery a request for each post, however often the request saves it.
function edgewire_tell_at_the_end( $post, $deletion ) {
	static $told = array();
	if ( ! is_post_type_viewable( $post->post_type ) || '' === rest_get_route_for_post( $post ) ) {
		return; // a menu, a template
	}
	if ( ! $told ) {
		add_action(
			'shutdown',
			function () use ( &$told ) {
				foreach ( $told as $post_id => $deletion ) {
					$body = $deletion ? $deletion : edgewire_body( get_post( $post_id ) );
					edgewire_send( 'msg_' . wp_generate_uuid4(), wp_json_encode( $body ), 0 );
				}
			}
		);
	}
	$told[ $post->ID ] = $deletion;
}

// A public post as the REST API shows it to a visitor: an editor would also see what is for members.
function edgewire_body( $post ) {
	if ( ! edgewire_is_public( $post ) ) {
		return edgewire_state( $post );
	}
	$editor = get_current_user_id();
	wp_set_current_user( 0 );
	$response = rest_do_request( new WP_REST_Request( 'GET', rest_get_route_for_post( $post ) ) );
	$body     = rest_get_server()->response_to_data( $response, array( 'author', 'wp:featuredmedia', 'wp:term' ) );
	wp_set_current_user( $editor );
	return $body;
}

// The same fields without any text.
function edgewire_state( $post ) {
	return array(
		'id'           => $post->ID,
		'date_gmt'     => mysql_to_rfc3339( $post->post_date_gmt ),
		'guid'         => array( 'rendered' => get_the_guid( $post ) ),
		'modified_gmt' => mysql_to_rfc3339( $post->post_modified_gmt ),
		'status'       => $post->post_status,
		'type'         => $post->post_type,
		'content'      => array( 'protected' => '' !== $post->post_password ),
	);
}

function edgewire_send( $id, $body, $attempt ) {
	$now       = time();
	$key       = base64_decode( preg_replace( '/^whsec_/', '', EDGEWIRE_HOOK_SECRET ) );
	$signature = base64_encode( hash_hmac( 'sha256', "$id.$now.$body", $key, true ) );
	$answer    = wp_remote_post(
		EDGEWIRE_HOOK_URL,
		array(
			'body'        => $body,
			'timeout'     => 5, // seconds that an editor waits at most
			'redirection' => 0,
			'headers'     => array(
				'Content-Type'      => 'application/json',
				'webhook-id'        => $id,
				'webhook-timestamp' => (string) $now,
				'webhook-signature' => "v1,$signature",
			),
		)
	);
	$status    = (int) wp_remote_retrieve_response_code( $answer ); // 0: no answer
	if ( $status >= 200 && $status < 300 ) {
		delete_option( "edgewire_$id" );
		return;
	}

	$why = is_wp_error( $answer ) ? $answer->get_error_message() : wp_remote_retrieve_body( $answer );
	error_log( "edgewire: $id, attempt $attempt, was answered $status: " . substr( $why, 0, 500 ) );
	$delays = array( 60, 600, 3600, 6 * 3600, 24 * 3600 ); // seconds
	if ( ! isset( $delays[ $attempt ] ) ) {
		delete_option( "edgewire_$id" );
		return;
	}
	// Kept beside the schedule, which WordPress loads with every page.
	add_option( "edgewire_$id", $body, '', false );
	wp_schedule_single_event( $now + $delays[ $attempt ], 'edgewire_retry', array( $id, $attempt + 1 ) );
}

// The same id and the same bytes: a delivery that did arrive isn't taken for a second one.
function edgewire_retry( $id, $attempt ) {
	$body = get_option( "edgewire_$id" );
	if ( false !== $body ) {
		edgewire_send( $id, $body, $attempt );
	}
}
