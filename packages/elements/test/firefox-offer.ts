/**
 * The first two media lines of an offer as Firefox 153 makes it after `setCodecPreferences` with Opus, and with VP8 and its retransmission.
 * Its `a=rtcp-fb` lines of 121, 99, 123 and 122 are about codecs that are gone.
 */
export const firefoxOffer: string = `v=0
o=mozilla...THIS_IS_SDPARTA-99.0 5966608971223594348 0 IN IP4 0.0.0.0
s=-
t=0 0
a=sendrecv
a=fingerprint:sha-256 A3:97:5C:A3:FA:CC:95:26:EA:37:E3:19:E7:4B:10:45:90:C7:F7:2F:4F:59:67:BC:A3:C6:1E:0B:DF:DE:C2:23
a=group:BUNDLE 0 1
a=ice-options:trickle
a=msid-semantic:WMS *
m=audio 9 UDP/TLS/RTP/SAVPF 109
c=IN IP4 0.0.0.0
a=sendrecv
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=extmap:2/recvonly urn:ietf:params:rtp-hdrext:csrc-audio-level
a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:7 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap-allow-mixed
a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1
a=ice-pwd:1e60555727f54cb1fbe00a5185cd53c6
a=ice-ufrag:2cffe551
a=mid:0
a=msid:- {94aab97c-a121-4679-8e7c-84a2b6af561c}
a=rtcp-fb:109 transport-cc
a=rtcp-mux
a=rtpmap:109 opus/48000/2
a=setup:actpass
a=ssrc:777087412 cname:{eb4ccfce-ff9f-4b86-aba8-8e03f39b8ee4}
m=video 9 UDP/TLS/RTP/SAVPF 120 124
c=IN IP4 0.0.0.0
a=sendrecv
a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:4 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:5 urn:ietf:params:rtp-hdrext:toffset
a=extmap:6/recvonly http://www.webrtc.org/experiments/rtp-hdrext/playout-delay
a=extmap:7 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap-allow-mixed
a=fmtp:120 max-fs=12288;max-fr=60
a=fmtp:124 apt=120
a=ice-pwd:1e60555727f54cb1fbe00a5185cd53c6
a=ice-ufrag:2cffe551
a=mid:1
a=msid:- {d04a57b4-7a25-4aa5-a632-2e05e4dbb457}
a=rtcp-fb:120 nack
a=rtcp-fb:120 nack pli
a=rtcp-fb:120 ccm fir
a=rtcp-fb:120 goog-remb
a=rtcp-fb:120 transport-cc
a=rtcp-fb:121 nack
a=rtcp-fb:121 nack pli
a=rtcp-fb:121 ccm fir
a=rtcp-fb:121 goog-remb
a=rtcp-fb:121 transport-cc
a=rtcp-fb:99 nack
a=rtcp-fb:99 nack pli
a=rtcp-fb:99 ccm fir
a=rtcp-fb:99 goog-remb
a=rtcp-fb:99 transport-cc
a=rtcp-fb:123 nack
a=rtcp-fb:123 nack pli
a=rtcp-fb:123 ccm fir
a=rtcp-fb:123 goog-remb
a=rtcp-fb:123 transport-cc
a=rtcp-fb:122 nack
a=rtcp-fb:122 nack pli
a=rtcp-fb:122 ccm fir
a=rtcp-fb:122 goog-remb
a=rtcp-fb:122 transport-cc
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:120 VP8/90000
a=rtpmap:124 rtx/90000
a=setup:actpass
a=ssrc:696227145 cname:{eb4ccfce-ff9f-4b86-aba8-8e03f39b8ee4}
a=ssrc:972552146 cname:{eb4ccfce-ff9f-4b86-aba8-8e03f39b8ee4}
a=ssrc-group:FID 696227145 972552146
`.replaceAll('\n', '\r\n')
