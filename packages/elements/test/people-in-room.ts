import { html, type TemplateResult } from 'lit'
import { createSampleWorld, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, pageText } from './mount.ts'
import { withProvider, waitFor } from './story.ts'
import '../src/define/provider.ts'
import '../src/define/video-room.ts'

type Person = 'patient' | 'practitioner'

export const roomOf = (client: TestClient, { ids }: SampleWorld, person: Person, autojoin = true): TemplateResult =>
  html`<div class=${person}>
    ${withProvider(
      client,
      html`<visit-video-room visit-id=${ids.visitId ?? ''} ?autojoin=${autojoin}
        ><p slot="aside">The chart of ${person}</p></visit-video-room
      >`,
    )}
  </div>`
export const elementOf = (person: Person): Element => {
  const room = document.querySelector(`.${person} visit-video-room`)
  if (!room) throw new Error(`There is no room of the ${person}`)
  return room
}
export const shadow = (person: Person): ShadowRoot =>
  elementOf(person).shadowRoot ?? document.createElement('p').attachShadow({ mode: 'open' })
export const textOf = (person: Person): string => pageText(shadow(person))
export const until = (person: Person, text: string) =>
  waitFor(() => textOf(person).includes(text), `${person}: ${text}`)
export const remote = (person: Person) => shadow(person).querySelector<HTMLVideoElement>('[part="remote-video"]')
const frames = (person: Person): number => remote(person)?.getVideoPlaybackQuality().totalVideoFrames ?? 0
export const sees = async (person: Person): Promise<void> => {
  await waitFor(() => frames(person) > 3, `${person} to see the other`)
  const before = frames(person)
  await waitFor(() => frames(person) > before + 5, `${person} to see the other move`)
}

/** One person before or in the room. */
export const joinAlone = async (
  person: Person = 'patient',
  handlers: TestHandlers = {},
  autojoin = true,
  more: Partial<SampleWorld> = {},
) => {
  const world = { ...createSampleWorld({ stage: 'admitted' }), ...more }
  const client = world.client(person, handlers)
  await mount(roomOf(client, world, person, autojoin))
  return { world, client }
}
/** Both participants of one visit, each with their own browser state. */
export const joinTogether = async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  const patient = world.client('patient')
  const practitioner = world.client('practitioner')
  await mount(html`${roomOf(practitioner, world, 'practitioner')}${roomOf(patient, world, 'patient')}`)
  await Promise.all([sees('patient'), sees('practitioner')])
  return { world, patient, practitioner }
}
