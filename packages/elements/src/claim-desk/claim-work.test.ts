import { html, nothing } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async ({ claim, more = {} }: { claim?: string; more?: TestHandlers } = {}) => {
  const client = createSampleWorld().client('practitioner', more)
  await mount(
    withProvider(
      client,
      html`<visit-claim-desk claim-id=${claim === undefined ? nothing : `claim-${claim}`}></visit-claim-desk>`,
    ),
  )
  await settled()
  const ready = claim === undefined ? '#search' : '#next-heading'
  await waitFor(() => deepQuery(document.body, ready), 'the part that loads later')
  return {
    bodies: (operation: string): unknown[] =>
      client.calls.filter(({ operationId }) => operationId === operation).map(({ body }) => body),
  }
}

describe('a denied claim', () => {
  test('is appealed: written, sent by a person, and answered', async () => {
    const { bodies } = await show({ claim: 'denied' })
    await pressKeyOn('Appeal')
    await focusComesTo('What you write to the payer')
    await press(document.body, 'Save the appeal')
    await waitFor(() => pageText().includes('Enter some text.'), 'what is missing')
    await focusComesTo('What you write to the payer')
    await userEvent.keyboard('Two separate services.')
    await press(document.body, 'Save the appeal')
    await waitFor(() => pageText().includes('Not sent'), 'the appeal')
    expect(bodies('addAppeal')).toMatchObject([{ text: 'Two separate services.', attachNote: true }])
    expect(deepQuery(document.body, '#step-appeal')).toBeNull()
    await press(document.body, 'I have sent it')
    await waitFor(() => pageText().includes('Sent, waits for an answer'), 'the wait')
    await press(document.body, 'The payer refused')
    await waitFor(() => deepQuery(document.body, '#step-appeal'), 'the next appeal')
    expect(bodies('changeAppeal')).toMatchObject([{ state: 'sent' }, { state: 'answered', answer: 'refused' }])
  })

  test('is written off only by another person than the one who asks', async () => {
    const { bodies } = await show({ claim: 'denied' })
    await press(document.body, 'Write off')
    await waitFor(() => pageText().includes('when a second person approves it'), 'what happens')
    await press(document.body, 'Ask for the write-off')
    await waitFor(() => pageText().includes('You asked for it, so another person approves it.'), 'who approves')
    expect(bodies('askWriteOff')).toEqual([{ reason: 'filing-too-late' }])
    expect(pageText()).not.toMatch(/\bApprove\b/)
  })

  test('becomes a task of another role', async () => {
    const { bodies } = await show({ claim: 'denied', more: { addTask: () => ({}) as never } })
    await press(document.body, 'Assign a task')
    await focusComesTo('Task')
    await userEvent.keyboard('{End}call the patient')
    await press(document.body, 'Assign the task')
    await waitFor(() => bodies('addTask').length === 1, 'the task')
    expect(bodies('addTask')).toMatchObject([
      { title: expect.stringMatching(/^Claim .*: call the patient$/), assigneeRole: 'biller' },
    ])
  })
})

test('a colleague’s write-off is approved from the list, and leaves it', async () => {
  const { bodies } = await show()
  await press(document.body, 'Write-offs')
  await waitFor(() => pageText().includes('Sent too late.'), 'the write-off')
  await press(document.body, 'Approve')
  await waitFor(() => pageText().includes('No write-off waits'), 'the empty list')
  expect(bodies('decideWriteOff')).toEqual([{ approved: true, version: 1 }])
})

test('claims are found by name, and the search ends where it began', async () => {
  const { bodies } = await show()
  await tabTo('Find a claim')
  await userEvent.keyboard('specimen{Enter}')
  await waitFor(() => /\d claims? found/.test(pageText()), 'the claim')
  expect(bodies('searchClaims')).toEqual([{ text: 'specimen' }])
  await press(document.body, 'End the search')
  await focusComesTo('Find a claim')
  expect(pageText()).toMatch(/Open with payers, by age.*0 to 30 days.*Total/)
})

test('several claims are sent, each with its own result', async () => {
  const world = createSampleWorld()
  const { submitClaim, listClaims } = world.handlersFor('practitioner')
  const { bodies } = await show({
    more: {
      listClaims: async (input) => {
        const answer = (await listClaims?.(input)) as { items: { id: string; number: string }[]; nextCursor: null }
        const one = answer.items.find(({ id }) => id === 'claim-ready')
        const doubled = one ? [one, { ...one, id: 'claim-blocked', number: 'SAMPLE-B' }] : []
        return { ...answer, items: doubled } as never
      },
      submitClaim: (input) => {
        if (input.path.claimId === 'claim-blocked') throw problem(409, 'claim_blocked')
        return submitClaim?.(input) as never
      },
    },
  })
  await press(document.body, 'Ready to send')
  await waitFor(() => deepQuery(document.body, '#batch'), 'the button')
  await press(document.body, 'Send several')
  await press(document.body, 'Send 2 claims')
  await waitFor(() => pageText().includes('Not sent: it has errors.'), 'the refusal')
  await waitFor(() => pageText().includes('On its way'), 'the sent one')
  expect(bodies('submitClaim')).toHaveLength(2)
})
