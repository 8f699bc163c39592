/** Uses of something that a browser of the floor lacks, where the page works without it. */
export interface AllowedUse {
  /** Their places in browser-compat-data. */
  readonly features: readonly string[]
  /** The ends of the names of the files; absent: everywhere. */
  readonly files?: readonly string[]
  /** What asks before it is used, or what a person sees without it. */
  readonly reason: string
}

/** Our own properties, and those of ky, Lit and the contract, that are named like one that a browser of the floor lacks. */
export const ownNames: ReadonlySet<string> = new Set([
  'actions',
  'address',
  'blocking',
  'bytes',
  'capture',
  'conditions',
  'connection',
  'delay',
  'difference',
  'drop',
  'estimate',
  'login',
  'notification',
  'preferences',
  'priority',
  'revoke',
  'role',
  'share',
  'states',
  'stats',
  'sync',
  'tag',
  'take',
  'toArray',
  'windows',
])

export const allowedUses: readonly AllowedUse[] = [
  {
    features: ['api.AbortSignal.any_static'],
    files: ['ky/distribution/core/Ky.js', 'ky/distribution/utils/merge.js'],
    reason: 'ky asks for it first. Without it the signal that the SDK passes is used as it is.',
  },
  {
    features: ['api.Request.duplex'],
    files: ['ky/distribution/core/Ky.js'],
    reason: 'ky asks for it first, and the SDK sends no streams.',
  },
  {
    features: ['api.Request.keepalive'],
    files: ['packages/sdk/src/core/transport.ts'],
    reason: 'Without it the last message of a page that is closed may be lost: what it says expires on the server.',
  },
  {
    features: ['api.Window.beforeunload_event'],
    files: ['core/leave-guard.ts'],
    reason: 'iOS never asks. What was written is kept on the server, and who leaves a call can join again.',
  },
  {
    features: ['api.MediaDevices.getDisplayMedia'],
    files: ['video-room/controls.ts', 'video/peer/local-capture.ts', 'video/daily/daily-driver.ts'],
    reason: 'Phones do not share their screen: the button is shown where there is such a function.',
  },
  {
    features: ['api.MediaStreamTrack.contentHint'],
    files: ['video/peer/local-capture.ts'],
    reason: 'A hint for the encoder. Setting it elsewhere does nothing.',
  },
  {
    features: ['api.Element.checkVisibility'],
    files: ['video-room/stage-sight.ts'],
    reason: 'Asked for first. Without it the boxes and the visibility of the stage are looked at.',
  },
  {
    features: ['api.HTMLElement.popover', 'api.HTMLElement.showPopover'],
    files: ['video-room/small-window.ts'],
    reason: 'Asked for first. Without it a dialog of the page may cover the small window.',
  },
  {
    features: ['api.Navigator.userActivation', 'api.Window.documentPictureInPicture'],
    files: ['video-room/small-window.ts'],
    reason: 'Asked for first. Without it the small window is in the page.',
  },
  {
    features: ['api.RTCRtpTransceiver.setCodecPreferences'],
    files: ['video/peer/ready-connection.ts'],
    reason: 'Called if it is there. The browser’s own order of codecs works too.',
  },
  {
    features: ['api.MediaDevices.devicechange_event'],
    files: ['media/local-preview.ts', 'video/peer/watch-page.ts', 'video/daily/daily-driver.ts'],
    reason: 'Without it the list of devices is that of the moment at which it was opened.',
  },
  {
    features: ['api.AudioContext.setSinkId'],
    files: ['media/play-on-speaker.ts', 'video-room/sound-output.ts'],
    reason: 'Asked for first. Without it the system chooses the speaker, and no choice is shown.',
  },
  {
    features: ['api.Navigator.wakeLock'],
    files: ['waiting-room/while-waiting.ts'],
    reason: 'Asked for first. Without it no sentence says that the screen stays on.',
  },
  {
    features: ['css.types.color.light-dark'],
    files: ['core/styles/light-dark.ts', 'core/styles/tokens.ts', 'provider/brand-theme.ts'],
    reason: 'core/styles/without-light-dark.ts writes it in another way for browsers without it.',
  },
  {
    features: ['css.selectors.has'],
    reason: 'What is chosen is marked by the input itself (core/styles/over-label.ts).',
  },
  {
    features: ['css.properties.grid-template-rows.subgrid'],
    files: ['prescription-pad/prescription-fields.styles.ts'],
    reason: 'Labels of one and two lines next to each other end at different heights.',
  },
  {
    features: ['css.properties.field-sizing', 'css.properties.field-sizing.content'],
    files: ['note-editor/note-editor.styles.ts'],
    reason: 'A field keeps its height, and scrolls.',
  },
  {
    features: [
      'css.properties.content-visibility',
      'css.properties.content-visibility.auto',
      'css.properties.contain-intrinsic-block-size',
    ],
    files: ['audit-log/audit-log.styles.ts', 'schedule/panels.styles.ts', 'statement/statement.styles.ts'],
    reason: 'Long lists are drawn more slowly.',
  },
  {
    features: ['css.properties.overflow-clip-margin'],
    files: ['statement/statement.styles.ts'],
    reason: 'The outline of a focused button is 3 px narrower at the edge of a phone.',
  },
  {
    features: ['css.properties.text-wrap', 'css.properties.text-wrap.balance'],
    reason: 'The lines of a heading are not of the same length.',
  },
  {
    features: ['css.properties.forced-color-adjust', 'css.properties.forced-color-adjust.none'],
    reason: 'For the high contrast of Windows, where there is no Safari.',
  },
  {
    features: ['css.properties.text-align.match-parent'],
    files: ['core/styles/base.ts'],
    reason: 'Next to the name that Chrome has for it.',
  },
  {
    features: ['css.properties.text-size-adjust'],
    files: ['core/styles/base.ts'],
    reason: 'Next to the name that Safari has for it; desktops do not change the size of text.',
  },
  {
    features: ['css.properties.scrollbar-width', 'css.properties.scrollbar-width.none'],
    files: ['examples/portal/public/portal.css'],
    reason: 'A scroll bar is shown.',
  },
  {
    features: ['css.properties.font-family.ui-monospace'],
    reason: 'The first of a list of fonts.',
  },
  {
    features: [
      'css.properties.cursor.pointer',
      'css.properties.cursor.default',
      'css.properties.resize',
      'css.properties.resize.vertical',
    ],
    reason: 'A phone has no pointer.',
  },
  {
    features: ['html.elements.video.playsinline'],
    reason: 'Firefox always plays in the page.',
  },
  {
    features: ['html.elements.input.capture'],
    files: ['settings/card-part.ts'],
    reason: 'Phones open the camera for it; desktops ask for a file.',
  },
  {
    features: ['html.global_attributes.autocapitalize'],
    reason: 'For the keyboard on a screen, which desktops do not have.',
  },
  {
    features: ['css.properties.content-visibility', 'css.properties.content-visibility.hidden'],
    files: ['core/styles/kept.ts'],
    reason: 'The list is hidden as usual, and laid out again at the return.',
  },
]
