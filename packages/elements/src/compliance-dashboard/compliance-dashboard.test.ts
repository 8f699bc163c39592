import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import type { LedgerState } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/compliance-dashboard.ts'
import '../define/provider.ts'
import { gone, sent, type, until } from '../../test/clinic-settings-page.ts'
import { complianceProgram, nia, readByOwen, signed, staffWith } from '../../test/compliance-program.ts'
import { focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'

afterEach(unmount)

const show = async (open = '', handlers: TestHandlers = {}) => {
  const client = createSampleWorld().client('practitioner', { ...complianceProgram, ...handlers })
  await mount(withProvider(client, html`<visit-compliance-dashboard open=${open}></visit-compliance-dashboard>`))
  await settled()
  return client
}

const today = new Date().toISOString().slice(0, 10)

test('opens and closes each page with the keyboard', async () => {
  await show()
  await pressKeyOn(/^Training/)
  await until('Privacy for nurses')
  expect(focusedName()).toBe('Training')
  await pressKeyOn('All pages of the program')
  expect(focusedName()).toBe('Privacy and security program')
})

test('lists what is overdue before what is due soon, and the share of each area that is in time', async () => {
  await show('due')
  await until('Overdue')
  const text = pageText()
  expect(text).toMatch(/Training.*9 of 12 in time/s)
  expect(text.indexOf('Assessment of an incident')).toBeLessThan(text.indexOf('Notice of a breach'))
  expect(text).toContain('Privacy for nurses, Nia Nursesample')
  expect(text).toContain('Penetration test')
})

test('shows the next page behind the first one, and its fault without losing what is shown', async () => {
  const finding = (title: string) =>
    ({ kind: 'risk-review', status: 'overdue', dueOn: today, title, subjectId: title }) as const
  let isDown = true
  await show('due', {
    listFindings: ({ query: { cursor } }) => {
      if (cursor === undefined) return { today, items: [finding('First risk')], nextCursor: 'next', totals: [] }
      if (isDown) return problem(503, 'overloaded')
      return { today, items: [finding('Second risk')], nextCursor: null, totals: [] }
    },
  })
  await until('First risk')
  await press(document.body, 'Show more')
  await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the fault')
  expect(pageText()).toContain('First risk')
  isDown = false
  await press(document.body, 'Show more')
  await until('Second risk')
  expect(pageText()).toContain('First risk')
  expect(pageText()).not.toContain('Show more')
})

test('counts all of a course, also those of the next page', async () => {
  const members = ['Al Newsample', 'Jo Desksample'].map((displayName) => ({
    ...{ member: { memberId: displayName, displayName }, courseId: 'c-1', status: 'current' as const },
    validUntil: today,
  }))
  await show('training', {
    listTraining: ({ query: { cursor } }) => ({
      items: members.slice(...(cursor === undefined ? [0, 1] : [1])),
      nextCursor: cursor === undefined ? 'next' : null,
      totals: [{ courseId: 'c-1', total: 2, inTime: 2 }],
    }),
  })
  await until('2 of 2 in time')
  expect(pageText()).not.toContain('Jo Desksample')
  await press(document.body, 'Show more')
  await until('Jo Desksample')
  expect(pageText()).toContain('Al Newsample')
})

test('says that nothing is due when nothing is', async () => {
  await show('due', { listFindings: () => ({ today, items: [], nextCursor: null, totals: [] }) })
  await until('Nothing is due in the next 30 days.')
})

describe('the proof of the access log', () => {
  test('shows the newest signature, what waits for the witness, and what it has when the person looks again', async () => {
    let state: LedgerState = { checkpoint: signed, witness: { state: 'unreachable', checkpoint: signed.number - 12 } }
    await show('ledger', { getLedgerState: () => state })
    await until('Signature 1,204')
    expect(pageText()).toMatch(/Does not answer.*It has signature 1,192\. 12 signatures wait for it\./s)
    state = { checkpoint: signed, witness: { state: 'agrees', checkpoint: signed.number } }
    await press(document.body, 'Look again')
    await until('Agrees')
    expect(pageText()).not.toContain('wait for it')
  })

  test('says what it means that the signing has stopped, and what to do', async () => {
    await show('ledger', {
      getLedgerState: () => ({
        checkpoint: signed,
        fault: 'checkpoint-missing',
        witness: { state: 'agrees', checkpoint: 3 },
      }),
    })
    await until('Stopped')
    expect(pageText()).toContain('Rows were removed, or an older copy of the database was restored.')
    expect(pageText()).toContain('Ask who operates the server to run “audit verify”, and report an incident.')
  })

  test('says that there is no witness', async () => {
    await show('ledger', { getLedgerState: () => ({ checkpoint: signed }) })
    await until('Ask who operates the server to set up a witness at another party.')
  })
})

describe('a recurring task', () => {
  test('is recorded as done with its proof, and says what is missing first', async () => {
    const client = await show('obligations')
    await press(document.body, /^\s*It is done/)
    await until('The next due date counts from this day.')
    await press(
      document.body.querySelector('visit-compliance-dashboard')!.shadowRoot!.querySelector('form')!,
      'It is done',
    )
    await until('Write something here.')
    await expect.poll(focusedName, { timeout: 20_000 }).toContain('Where the proof is')
    await type('#field-evidence', 'Minutes 14')
    await press(
      document.body.querySelector('visit-compliance-dashboard')!.shadowRoot!.querySelector('form')!,
      'It is done',
    )
    await gone('The next due date counts from this day.')
    expect(sent(client, 'completeObligation')).toEqual([{ completedOn: today, evidence: 'Minutes 14', version: 1 }])
    expect(sent(client, 'removeOwnDraft')).toHaveLength(1)
  })

  test('keeps what was typed when a colleague was first, and on the server until it is sent', async () => {
    const client = await show('obligations', { completeObligation: () => problem(409, 'version_conflict') })
    await press(document.body, /^\s*It is done/)
    await type('#field-evidence', 'Minutes 14')
    await expect
      .poll(() => sent(client, 'putOwnDraft').at(-1), { timeout: 20_000 })
      .toMatchObject({ fields: expect.arrayContaining([{ name: 'evidence', text: 'Minutes 14' }]) })
    await press(
      document.body.querySelector('visit-compliance-dashboard')!.shadowRoot!.querySelector('form')!,
      'It is done',
    )
    await until('A colleague changed this in the meantime')
    const field = document.body
      .querySelector('visit-compliance-dashboard')!
      .shadowRoot!.querySelector<HTMLInputElement>('#field-evidence')
    expect(field?.value).toBe('Minutes 14')
  })

  test('begins with what was typed before', async () => {
    await show('obligations', {
      getOwnDraft: () => ({
        ...{ place: 'compliance', about: 'o-1', savedAt: `${today}T10:00:00Z` },
        fields: [{ name: 'evidence', text: 'Minutes 9' }],
      }),
    })
    await press(document.body, /^\s*It is done/)
    await until('The next due date counts from this day.')
    const field = document.body
      .querySelector('visit-compliance-dashboard')!
      .shadowRoot!.querySelector<HTMLInputElement>('#field-evidence')
    expect(field?.value).toBe('Minutes 9')
  })

  test('cannot be changed by a reader who may only read', async () => {
    await show('obligations', staffWith('obligation:read'))
    await until('Policy for mobile devices')
    expect(pageText()).not.toContain('Add a recurring task')
    expect(pageText()).toContain('History')
  })
})

test('a course says whether access stops without it, and lets people work without it', async () => {
  const client = await show('training')
  await until('Who has not taken it in time sees no patients.')
  await press(document.body, /^\s*Let people work without it/)
  await expect
    .poll(() => sent(client, 'updateTrainingCourse'), { timeout: 20_000 })
    .toEqual([{ stopsAccess: false, version: 1 }])
})

test('a completion is recorded by a colleague: the button for the own one is not there', async () => {
  const client = await show('training', readByOwen)
  await until('A colleague records yours.')
  const names = () =>
    [...document.body.querySelector('visit-compliance-dashboard')!.shadowRoot!.querySelectorAll('button')].flatMap(
      (each) => each.getAttribute('aria-label')?.match(/^Record .* for (.*)$/)?.[1] ?? [],
    )
  expect(names()).toEqual(['Nia Nursesample', 'Jo Desksample', 'Al Newsample'])
  await press(document.body, 'Record “Privacy for nurses” for Nia Nursesample')
  await press(document.body, 'Save')
  await expect
    .poll(() => sent(client, 'recordTraining'), { timeout: 20_000 })
    .toEqual([{ memberId: 'm-nia', completedOn: today }])
})

test('roles are confirmed as they are shown, by another person', async () => {
  const client = await show('access')
  await press(document.body, 'Still needed: Nia Nursesample')
  await expect
    .poll(() => sent(client, 'reviewAccess'), { timeout: 20_000 })
    .toEqual([{ decision: 'confirmed', roles: ['nurse'] }])
})

test('a colleague is signed out on every device, after a question, by those who manage members', async () => {
  const client = await show('access', staffWith('obligation:read', 'member:manage'))
  const announced = recordAnnouncements(document.body.querySelector('visit-compliance-dashboard'))
  await press(document.body, 'Sign out everywhere: Nia Nursesample')
  await until('For a lost or stolen device.')
  expect(sent(client, 'signOutMember')).toEqual([])
  await press(
    document.body.querySelector('visit-compliance-dashboard')!.shadowRoot!.querySelector('form')!,
    'Sign out everywhere',
  )
  await gone('For a lost or stolen device.')
  expect(client.calls.filter(({ operationId }) => operationId === 'signOutMember').map(({ path }) => path)).toEqual([
    { memberId: nia.memberId },
  ])
  expect(announced).toContain('Nia Nursesample is signed out on every device.')
})

test('a reader who does not manage members signs no colleague out', async () => {
  await show('access', staffWith('obligation:read', 'obligation:manage'))
  await until('Nia Nursesample')
  expect(pageText()).not.toContain('Sign out everywhere')
})

describe('an incident', () => {
  test('is reported by a colleague who sees no list', async () => {
    const client = await show('', staffWith('incident:report'))
    await press(document.body, 'Report an incident')
    await type('#field-description', 'A laptop is missing.')
    await press(document.body, 'Send the report')
    await gone('What happened')
    expect(sent(client, 'reportIncident')).toEqual([{ discoveredOn: today, description: 'A laptop is missing.' }])
    expect(sent(client, 'listIncidents')).toEqual([])
  })

  test('is assessed by each of the four factors, and its notices have buttons until they are sent', async () => {
    const client = await show('incidents')
    await press(document.body, /^\s*Assess\b/)
    for (const factor of ['nature', 'recipient', 'acquired', 'remaining']) await type(`#field-${factor}`, '1')
    await type('#field-patients', '0')
    await type('#field-findings', 'It was found again.')
    await press(document.body, /^\s*Save/)
    await gone('It is a breach unless')
    expect(sent(client, 'assessIncident')).toEqual([
      {
        factors: { nature: 1, recipient: 1, acquired: 1, remaining: 1 },
        ...{ findings: 'It was found again.', patientsConcerned: 0, manyInOneState: false, version: 1 },
      },
    ])
    await press(document.body, 'It was sent: Letters to the patients')
    await expect
      .poll(() => sent(client, 'recordIncidentNotice'), { timeout: 20_000 })
      .toEqual([{ recipient: 'individuals', version: 2 }])
  })

  test('has a search for the patients whom one person reached', async () => {
    await show('incidents')
    await type('#reached-from', '2026-11-25T09:00')
    await type('#reached-to', '2026-11-25T17:00')
    await press(document.body, /^\s*Search/)
    await until('2 patients were reached.')
  })
})

describe('how long records are kept', () => {
  test('is shown for each class with the least that the law asks for, and how many records are due, held and erased', async () => {
    await show('retention')
    await until('Medical records')
    const text = pageText().replaceAll(/\s+/g, ' ')
    expect(text).toContain('Medical records 10 5')
    expect(text).toContain('Accesses, policies and training 6 6')
    expect(text).toContain('Records whose time is over 1')
    expect(text).toContain('Records with a legal hold 1')
  })

  test('is changed, and a shorter time is refused with what to do', async () => {
    const client = await show('retention')
    await press(document.body, 'Change the years')
    await type('#field-accesses', '5')
    await press(document.body, /^\s*Save/)
    await until('The law asks for more years')
    await type('#field-accesses', '7')
    await press(document.body, /^\s*Save/)
    await until('Changed by')
    expect(sent(client, 'changeRetentionSchedule').at(-1)).toMatchObject({
      medical: 10,
      financial: 10,
      accesses: 7,
      version: 0,
    })
  })

  test('is not changed by a person who may only read it', async () => {
    await show('retention', staffWith('retention:read'))
    await until('Medical records')
    expect(pageText()).not.toContain('Change the years')
  })
})
