import { html, type TemplateResult } from 'lit'

/**
 * Icons on a 24 px grid with 2 px strokes, one path each, without requests. All are decorative and have a text next to them. The calls are
 * marked pure, so that a bundle contains only the icons that it uses.
 * @param turns - The arrow is mirrored in right-to-left text.
 */
const icon = (path: string, turns = false): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path class=${turns ? 'dir' : ''} d=${path} /></svg>`

export const iconCheck = /* @__PURE__ */ icon('M5 12.5l4.5 4.5L19 7.5')
export const iconNext = /* @__PURE__ */ icon('M9 5l7 7-7 7', true)
export const iconBack = /* @__PURE__ */ icon('M15 5l-7 7 7 7', true)
export const iconAlert = /* @__PURE__ */ icon('M12 3.5L22 20.5H2z M12 10v4.5 M12 17.4v.1')
export const iconInfo = /* @__PURE__ */ icon('M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 11v5.5 M12 7.6v.1')
export const iconClose = /* @__PURE__ */ icon('M6 6l12 12 M18 6L6 18')
export const iconVideo = /* @__PURE__ */ icon(
  'M5 6h8a2.5 2.5 0 0 1 2.5 2.5v7A2.5 2.5 0 0 1 13 18H5a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 5 6z M15.5 11l6-3.5v9l-6-3.5',
)
export const iconVideoOff = /* @__PURE__ */ icon(
  'M15.5 11l6-3.5v9l-6-3.5 M3 3l18 18 M7 6h6a2.5 2.5 0 0 1 2.5 2.5V14 M13.5 18H5a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 4 6.2',
)
export const iconPhone = /* @__PURE__ */ icon(
  'M5 3.5h3.5l2 5-2.3 1.6a12 12 0 0 0 5.7 5.7l1.6-2.3 5 2V19a2 2 0 0 1-2.2 2A17.3 17.3 0 0 1 3 5.7a2 2 0 0 1 2-2.2z',
)
export const iconMicrophone = /* @__PURE__ */ icon(
  'M12 2.5A3.5 3.5 0 0 1 15.5 6v4.5a3.5 3.5 0 0 1-7 0V6A3.5 3.5 0 0 1 12 2.5z M5 11.5a7 7 0 0 0 14 0 M12 18.5v3',
)
export const iconMicrophoneOff = /* @__PURE__ */ icon(
  'M15.5 10V6a3.5 3.5 0 0 0-6.6-1.6 M8.5 9v1.5a3.5 3.5 0 0 0 5.3 3 M5 11.5a7 7 0 0 0 11.5 5.4 M19 11.5a7 7 0 0 1-.6 2.8 M12 18.5v3 M3 3l18 18',
)
export const iconSpeaker = /* @__PURE__ */ icon(
  'M4 9.5h3.5L12.5 5v14l-5-4.5H4z M16 9a4 4 0 0 1 0 6 M18.5 6a8 8 0 0 1 0 12',
)
export const iconCalendar = /* @__PURE__ */ icon(
  'M6 5h12a2.5 2.5 0 0 1 2.5 2.5V18a2.5 2.5 0 0 1-2.5 2.5H6A2.5 2.5 0 0 1 3.5 18V7.5A2.5 2.5 0 0 1 6 5z M3.5 10h17 M8 3v4 M16 3v4',
)
export const iconDownload = /* @__PURE__ */ icon('M12 4v11 M7 10.5l5 5 5-5 M4.5 20h15')
export const iconShare = /* @__PURE__ */ icon(
  'M5 4h14a2.5 2.5 0 0 1 2.5 2.5v8A2.5 2.5 0 0 1 19 17H5a2.5 2.5 0 0 1-2.5-2.5v-8A2.5 2.5 0 0 1 5 4z M12 13.5v-6 M9 10l3-3 3 3 M8 20.5h8',
)
export const iconDevices = /* @__PURE__ */ icon(
  'M4 7h8.5 M17.5 7H20 M4 17h2 M11 17h9 M15 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z M8.5 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
)
export const iconRecord = /* @__PURE__ */ icon(
  'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
)
export const iconStop = /* @__PURE__ */ icon('M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M9 9h6v6H9z')
export const iconAdd = /* @__PURE__ */ icon('M12 5v14 M5 12h14')
export const iconUp = /* @__PURE__ */ icon('M12 19V5 M6 11l6-6 6 6')
export const iconFullScreen = /* @__PURE__ */ icon('M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5')
export const iconFullScreenEnd = /* @__PURE__ */ icon('M9 4v5H4 M20 9h-5V4 M15 20v-5h5 M4 15h5v5')
export const iconCaptions = /* @__PURE__ */ icon('M3 5h18v14H3z M10.5 10.5a2 2 0 1 0 0 3 M17 10.5a2 2 0 1 0 0 3')
export const iconMessage = /* @__PURE__ */ icon('M4 5h16v11H10.5L6 20v-4H4z')
export const iconGuests = /* @__PURE__ */ icon(
  'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M3 20c.6-3.6 3-5.5 6-5.5s5.4 1.9 6 5.5 M18.5 8v6 M15.5 11h6',
)
