import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import type { Appointment, Organization } from '@visitkit/sdk'
import { problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { addVisit, element, show, until, worldWithVisit } from '../../test/appointments-page.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'

afterEach(unmount)

const ADDRESS = '1 Sample Avenue, Sampleton, OH 00000'

const shown = async (
  visit: Partial<Appointment>,
  world = worldWithVisit(),
  handlers: TestHandlers = {},
): Promise<SampleWorld> => {
  Object.assign(world.visit, visit)
  await show(world.world, handlers)
  await until('Your next visit')
  return world.world
}

describe('where it takes place', () => {
  test('a video visit says where, and what the patient needs', async () => {
    await shown({ modality: 'video' })
    expect(pageText()).toContain('It takes place here, by video.')
    expect(pageText()).toContain('You can check in from')
  })

  test('a visit by video says in which state the patient will be, and what to do for another one', async () => {
    await shown({ modality: 'video', state: 'PA' })
    const elsewhere = 'For another state, cancel this visit and book it again.'
    expect(pageText()).toContain('You will be in Pennsylvania')
    expect(pageText()).toContain(elsewhere)
    unmount()
    await shown({ modality: 'video', state: 'PA', status: 'checked-in' })
    expect(pageText()).toContain('You will be in Pennsylvania')
    expect(pageText()).not.toContain(elsewhere)
  })

  test('a visit at the clinic, or from before it was stored, says nothing of a state', async () => {
    await shown({ modality: 'in-person', state: 'PA' })
    expect(pageText()).not.toContain('You will be in')
    unmount()
    const world = worldWithVisit()
    delete world.visit.state
    await shown({ modality: 'video' }, world)
    expect(pageText()).not.toContain('You will be in')
  })

  test('a phone visit says when the number is asked for', async () => {
    await shown({ modality: 'audio' })
    expect(pageText()).toContain('When you check in, we ask for your phone number.')
    expect(pageText()).not.toContain('by video')
  })

  test('a visit at the clinic has the telephone number while the page knows no address', async () => {
    const world = worldWithVisit()
    const withoutAddress: TestHandlers = {
      getOrganization: async (input) => {
        const organization = (await world.world.handlersFor('patient').getOrganization!(input)) as Organization
        const { address: _, ...contact } = organization.contact
        return { ...organization, contact }
      },
    }
    await shown({ modality: 'in-person' }, world, withoutAddress)
    expect(pageText()).toContain('It takes place at the clinic. To ask for the way, call 555-0100')
    expect(deepQuery(document.body, 'a[href^="geo:"]')).toBeNull()
  })

  test('with an address, the map learns the address and nothing else', async () => {
    const { world, visit } = worldWithVisit()
    visit.modality = 'in-person'
    const page = (mapUrl?: string) =>
      html`<visit-appointments
        zone="America/New_York"
        clinic-address=${ADDRESS}
        .mapUrl=${mapUrl}
      ></visit-appointments>`
    await mount(withProvider(world.client('patient'), page()))
    await until(`It takes place at ${ADDRESS}.`)
    const link = deepQuery<HTMLAnchorElement>(document.body, 'a[href^="geo:"]')
    expect(decodeURIComponent(link?.href ?? '')).toBe(`geo:0,0?q=${ADDRESS}`)
    expect([link?.rel, link?.target]).toEqual(['noopener noreferrer', '_blank'])
    unmount()
    await mount(withProvider(world.client('patient'), page('https://clinic.example/map')))
    await settled()
    await waitFor(() => deepQuery(document.body, 'a[href="https://clinic.example/map"]'), 'the page of the clinic')
    expect(deepQuery(document.body, 'a[href^="geo:"]')).toBeNull()
  })
})

test('who and what takes part is named; equipment is not', async () => {
  const world = worldWithVisit()
  const lee = { ...world.visit.practitioner, id: 'practitioner-lee', displayName: 'Dr. Lee Placeholder' }
  const details: Partial<Appointment> = {
    additionalPractitioners: [lee],
    resources: [
      { id: 'r1', kind: 'room', name: 'Room 4' },
      { id: 'r2', kind: 'interpreter', name: 'Ana Specimen' },
      { id: 'r3', kind: 'equipment', name: 'Spirometer' },
    ],
  }
  await shown(details, world)
  expect(pageText()).toContain('Also with Dr. Lee Placeholder.')
  expect(pageText()).toContain('Room: Room 4.')
  expect(pageText()).toContain('Interpreter: Ana Specimen.')
  expect(pageText()).not.toContain('Spirometer')
})

test('a group visit says for how many', async () => {
  const world = worldWithVisit()
  world.world.state.visitTypeChanges[world.visit.visitTypeId] = { capacity: 8 }
  await shown({}, world)
  expect(pageText()).toContain('A group visit for up to 8 patients.')
})

describe('a series', () => {
  const series = () => {
    const world = worldWithVisit()
    const seriesId = 'series-1'
    for (const week of [-2, -1, 1, 2])
      addVisit(world.world, `appointment-${week}`, 72 + week * 7 * 24, {
        seriesId,
        ...(week < 0 && { status: 'completed' }),
      })
    addVisit(world.world, 'appointment-cancelled', 72 + 21 * 24, { seriesId, status: 'cancelled' })
    return { world, seriesId }
  }

  test('counts its visits, without those that were cancelled', async () => {
    const { world, seriesId } = series()
    await shown({ seriesId }, world)
    expect(pageText()).toContain('Visit 3 of 5 in a series.')
    expect(pageText()).toContain('Visit 5 of 5 in a series.')
  })

  test('says only how many follow while earlier visits are not read', async () => {
    const { world, seriesId } = series()
    for (let index = 0; index < 30; index++)
      addVisit(world.world, `appointment-old-${index}`, -100 * 24 - index * 24, { status: 'completed' })
    await shown({ seriesId }, world)
    expect(pageText()).toContain('Part of a series, with 2 more visits after this one.')
    expect(pageText()).toContain('The last visit of a series.')
    expect(pageText()).not.toMatch(/Visit \d+ of/)
  })
})

test('visits in a row name the others and their times, and nothing else that is near', async () => {
  const { world, visit } = worldWithVisit()
  // 30 minutes and 5 of buffer, on a grid of 30.
  const at = (minutes: number): Partial<Appointment> => {
    const start = Date.parse(visit.start) + minutes * 60_000
    const instant = (time: number): string => new Date(time).toISOString().replace('.000', '')
    return { start: instant(start), end: instant(start + 30 * 60_000), patientId: 'patient-noor' }
  }
  addVisit(world, 'appointment-after', 73, at(60))
  addVisit(world, 'appointment-far', 75, { ...at(180), patientId: 'patient-lu' })
  await show(world, {
    getMe: async (input) => {
      const me = await world.handlers.getMe!(input)
      if (!('patients' in me)) throw new Error('The sample world has no person')
      const like = me.patients[0]!
      const child = (id: string, displayName: string) => ({ ...like, id, displayName })
      return { ...me, patients: [like, child('patient-noor', 'Noor Example'), child('patient-lu', 'Lu Example')] }
    },
  })
  await until('Your next visit')
  expect(pageText()).toMatch(/One after the other with Noor Example at \d+:\d\d [AP]M\./)
  expect(pageText()).toMatch(/One after the other with Robin Example at \d+:\d\d [AP]M\./)
  expect(pageText()).not.toContain('with Lu Example')
})

describe.each(['request', 'view'] as const)('a visit that is booked by %s', (mode) => {
  test('is moved by telephone, and can be cancelled here', async () => {
    const world = worldWithVisit()
    world.world.state.bookingModes[world.visit.visitTypeId] = mode
    await shown({}, world)
    expect(pageText()).toMatch(/You can cancel it here until .+\. To change the time, call 555-0100/)
    expect(pageText()).not.toContain('You can change or cancel it')
    const labels = [...(element().shadowRoot?.querySelectorAll('button') ?? [])].map((one) => one.innerText.trim())
    expect(labels).not.toContain('Change the time')
    await press(document.body, /^\s*Cancel\s/)
    await until('Cancel this visit?')
  })

  test('that the clinic can no longer hold says whom to call, not to choose', async () => {
    const world = worldWithVisit()
    world.world.state.bookingModes[world.visit.visitTypeId] = mode
    await shown(
      { support: { status: 'unsupported', reasons: ['time-off'] }, changeableUntil: world.visit.start },
      world,
    )
    expect(pageText()).toContain('This time no longer works')
    expect(pageText()).not.toContain('Choose another time.')
    expect(pageText()).toContain('To change the time, call 555-0100')
  })
})

test('types that cannot be read take nothing away: the server refuses what it does not allow', async () => {
  const { world } = worldWithVisit()
  await show(world, { listVisitTypes: () => problem(503, 'database_unavailable') })
  await until('Change the time')
})

describe('a visit without the interpreter whom the patient needs', () => {
  test('asks why, until the patient has chosen', async () => {
    const world = await shown({ missingInterpreter: { language: 'es' } })
    await until('You need an interpreter (Spanish), and none is booked for this visit.')
    await press(document.body, 'Save')
    await waitFor(() => deepQuery(document.body, '[id^=interpreter-][id$=-error]'), 'what is missing')
    const select = deepQuery<HTMLSelectElement>(document.body, 'select[id^=interpreter-]')
    if (!select) throw new Error('There is no choice')
    select.value = 'brings-someone'
    select.dispatchEvent(new Event('change'))
    await press(document.body, 'Save')
    await until('No interpreter (Spanish): I bring someone who interprets.')
    expect(world.state.appointments.map(({ missingInterpreter }) => missingInterpreter?.reason)).toContain(
      'brings-someone',
    )
  })
})

test('a video visit of a patient who needs captions asks who types them, until the patient has chosen', async () => {
  const world = await shown({ missingCaptioner: {} })
  await until('You need captions in this visit. Who types them?')
  await press(document.body, 'Save')
  await waitFor(() => deepQuery(document.body, '[id^=captioner-][id$=-error]'), 'what is missing')
  const select = deepQuery<HTMLSelectElement>(document.body, 'select[id^=captioner-]')
  if (!select) throw new Error('There is no choice')
  select.value = 'captioner-invited'
  select.dispatchEvent(new Event('change'))
  await press(document.body, 'Save')
  await until('Captions: Someone is invited as a guest.')
  expect(world.state.appointments.map(({ missingCaptioner }) => missingCaptioner?.reason)).toContain(
    'captioner-invited',
  )
})
