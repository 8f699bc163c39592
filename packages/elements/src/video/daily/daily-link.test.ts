import { expect, test } from 'vitest'
import type { LinkState } from '../driver.ts'
import { dailyLink, type TrackStates } from './daily-link.ts'

type State = TrackStates['audio']['state']

test.each<[LinkState, { audio: State; video: State; before: LinkState }]>([
  ['connecting', { audio: 'loading', video: 'loading', before: 'connecting' }],
  ['connecting', { audio: 'playable', video: 'loading', before: 'connecting' }],
  ['connected', { audio: 'playable', video: 'playable', before: 'connecting' }],
  ['connected', { audio: 'playable', video: 'off', before: 'connecting' }],
  ['connected', { audio: 'off', video: 'blocked', before: 'connecting' }],
  ['connected', { audio: 'playable', video: 'loading', before: 'connected' }],
  ['no-picture', { audio: 'playable', video: 'interrupted', before: 'connected' }],
  ['no-sound', { audio: 'interrupted', video: 'playable', before: 'connected' }],
  ['reconnecting', { audio: 'interrupted', video: 'interrupted', before: 'connected' }],
  ['reconnecting', { audio: 'interrupted', video: 'off', before: 'connected' }],
  ['connected', { audio: 'playable', video: 'playable', before: 'away' }],
])('%s with %o', (link, { audio, video, before }) => {
  expect(dailyLink({ audio: { state: audio }, video: { state: video } }, before)).toBe(link)
})
