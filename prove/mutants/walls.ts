import {
  inFile,
  inServer,
  packageTest,
  scriptTest,
  serverTest,
  wholeServerTest,
  type Mutant,
  type Promised,
} from '../mutant.ts'

type Change = readonly [find: string, replace: string]
const changeTest = (name: string) => serverTest('platform/database/changes/keep-change.test.ts', name)
const prepared = 'src/platform/database/reads/prepared-read.ts'
const preparedTest = (name: string) => serverTest('platform/database/reads/prepared-read.test.ts', name)
const check = 'src/platform/events/require-consistent-events.ts'
const start = (name: string) => serverTest('platform/events/require-consistent-events.test.ts', name)
const lint = (id: string, change: Change, name: string): Mutant =>
  inFile(
    `walls-${id}`,
    'packages/contract/src/lint-events.ts',
    change,
    packageTest('contract/src/lint-events.test.ts', name),
  )
const shape = (id: string, change: Change, ...names: readonly [string, ...string[]]): Mutant =>
  inFile(
    `walls-${id}`,
    'scripts/domain-shape.ts',
    change,
    ...(names.map((name) => scriptTest('domain-shape.test.ts', name)) as [ReturnType<typeof scriptTest>]),
  )
const arrow = (id: string, change: Change, name: string): Mutant =>
  inFile(`walls-${id}`, '.dependency-cruiser.cjs', change, scriptTest('arrows.test.ts', name))

/** What keeps the code in its shape: checks of the build and of the start. */
export const walls: Promised = {
  subject: 'walls',
  clauses: {
    'The server does not start when its events and those of the contract disagree': [
      inServer(
        'walls-two-emitters',
        check,
        ['if (other !== undefined)', 'if (other === name)'],
        start('unless each event of the contract has one domain'),
      ),
      inServer(
        'walls-an-undeclared-event',
        check,
        ['if (!(type in events))', "if (type === '')"],
        start('unless each event of the contract has one domain'),
      ),
      inServer(
        'walls-a-reaction-to-nothing',
        check,
        ['if (!emitters.has(type)) faults.push(`${consumer}', 'if (type === consumer) faults.push(`${consumer}'],
        start('with a reaction to, or a live message for, an event'),
      ),
      inServer(
        'walls-a-live-message-of-nothing',
        check,
        ['if (!emitters.has(event))', 'if (event === message)'],
        start('with a reaction to, or a live message for, an event'),
      ),
      inServer(
        'walls-an-event-that-nothing-emits',
        check,
        ['if (!emitters.has(type)) faults.push(`${type}', 'if (type === null) faults.push(`${type}'],
        start('unless each event of the contract has one domain'),
      ),
      inServer(
        'walls-phi-in-an-event',
        check,
        ['if (phi.length > 0)', 'if (phi.length > 9)'],
        start('with an event whose payload has protected'),
      ),
      inServer(
        'walls-events-are-not-checked',
        'src/compose-server.ts',
        ['    requireConsistentEvents(subscribing)\n', ''],
        wholeServerTest('planted-events.test.ts', 'a server does not start'),
      ),
    ],
    'A change is stored whole or not at all': [
      inServer(
        'walls-a-change-overwrites-what-it-did-not-see',
        'src/platform/database/changes/fact-table.ts',
        ['...conditions].join', '...conditions.map((each) => `(true or ${each})`)].join'],
        changeTest('gathers and decides again when a row has changed'),
      ),
      inServer(
        'walls-a-refused-change-is-stored-in-part',
        'src/platform/database/changes/compile-change.ts',
        ['const before = isKept === null ? [] : [isKept]', 'const before: string[] = []'],
        changeTest('stores all of several conditional writes or none'),
      ),
      inServer(
        'walls-a-refused-change-leaves-its-events-and-audit-rows',
        'src/platform/database/changes/compile-change.ts',
        ['at(each.text(isKept))', 'at(each.text(null))'],
        changeTest('stores all of several conditional writes or none'),
      ),
      inServer(
        'walls-one-fault-fails-the-group',
        'src/platform/database/changes/group-commits.ts',
        ['else for (const each of group) await run([each])', 'else for (const { reject } of group) reject(error)'],
        changeTest('commits many together, of several organizations'),
      ),
      inServer(
        'walls-a-group-runs-in-one-scope',
        'src/platform/database/changes/compile-change.ts',
        ['values.push(organizationId)', "values.push((globalThis['first'] ??= organizationId))"],
        changeTest('commits many together, of several organizations'),
      ),
    ],
    'An event carries what the contract declares and nothing else': [
      inServer(
        'walls-a-spread-leaks',
        'src/platform/contracts/require-declared.ts',
        ['properties?.has(name) !== true', 'properties === undefined'],
        serverTest('platform/contracts/require-declared.test.ts', 'refuses an undeclared property that a spread adds'),
      ),
      inServer(
        'walls-nobody-asks-what-is-declared',
        'src/platform/database/unit-of-work/outbox-rows.ts',
        ['  requireDeclared(event)\n', ''],
        serverTest(
          'platform/database/unit-of-work/unit-of-work.test.ts',
          'stores no event with a property that the contract does not declare',
        ),
      ),
      inFile(
        'walls-a-payload-of-any-type',
        'packages/reference-server/src/platform/contracts/event.ts',
        ['readonly data: EventData[Type]', 'readonly data: any'],
        wholeServerTest('planted-events.test.ts', 'a reaction compiles'),
      ),
    ],
    'The contract is refused with an event that has PHI, or that no operation reads': [
      lint('phi-in-a-payload', ['if (phi !== null) fault(', 'if (phi === name) fault('], 'a payload with PHI'),
      lint(
        'a-reader-that-is-no-operation',
        ['if (!operationIds.has(operation))', "if (operation === '')"],
        'a reader that is no operation',
      ),
      lint(
        'a-webhook-without-a-reader',
        ['if (each.webhook && each.readBy.length === 0)', 'if (each.webhook && each.readBy === null)'],
        'a webhook that anybody could read',
      ),
      lint(
        'a-live-message-without-a-reader',
        ['if (readBy.length === 0 && !streamMessages.has(type))', 'if (readBy === null && !streamMessages.has(type))'],
        'for two models of one event',
      ),
      lint(
        'two-models-of-one-event',
        ['if (seen.has(each.type))', "if (each.type === '')"],
        'for two models of one event',
      ),
      lint(
        'an-event-without-a-comment',
        ['if (!each.description)', 'if (each.description === null)'],
        'an event without a comment',
      ),
    ],
    'A domain has its shape': [
      shape(
        'a-loose-file',
        ['.filter((name) => !rootFiles.some((known) => known === name))', '.filter((name) => name === null)'],
        'a file at the root',
      ),
      shape(
        'rooms-among-parts',
        ['(parts.length > 0 ? ownRooms : [])', '(parts.length > 9 ? ownRooms : [])'],
        'a folder next to parts',
      ),
      shape(
        'anything-in-a-part',
        ['!entry.isDirectory() || !rooms.has(entry.name)', 'entry.name === null'],
        'a part within a part',
      ),
      shape(
        'a-helper-among-operations',
        ['if (id === undefined) {\n', 'if (id === undefined) {\n      continue\n'],
        'a helper among operations',
      ),
      shape(
        'two-files-of-an-operation',
        ['if (found.has(id)) faults', 'if (found.has(path)) faults'],
        'a second file of an operation',
      ),
      shape(
        'an-operation-without-a-file',
        ['found.has(id) || withoutFile.has(id) ? [] :', 'found.has(id) || known.has(name) ? [] :'],
        'that lacks an operation',
      ),
      shape(
        'a-file-of-another-operation',
        ["if (!readFileSync(join(source, path), 'utf8').includes(`('${id}'`))", "if (path === '')"],
        'that declares another operation',
      ),
    ],
    'Code depends in one direction': [
      arrow('circles', ['circular: true', 'circular: false'], 'no-circles'),
      arrow(
        'a-domain-knows-another',
        ['`${server}/domains/(?!${domain}/)`', '`${server}/domains/(?!${domain}/|.)`'],
        '-knows-no-other-domain',
      ),
      arrow(
        'a-model-that-is-not-pure',
        [
          "rooms('store', 'operations', 'reactions', 'jobs', 'workflows', 'presenters', 'packs', 'transmissions', 'inbound')}|",
          "rooms('operations', 'reactions', 'jobs', 'workflows', 'presenters', 'packs', 'transmissions', 'inbound')}|",
        ],
        'a-model-is-pure',
      ),
      arrow(
        'a-sandbox-that-is-called',
        ["to: { path: '^packages/sandbox/' }", "to: { path: '^packages/sandbox/none/' }"],
        'sandbox-is-spoken-to-over-the-network-only',
      ),
      arrow(
        'elements-that-know-the-server',
        ["'^(packages/(?!elements/|sdk/|contract/)|examples/)'", "'^examples/'"],
        'elements-depend-on-sdk-only',
      ),
      arrow('layers-that-reach-up', ['ordered.slice(0, index + 1)', 'ordered.slice(index + 1)'], '-reaches-down-only'),
    ],
    'Reads of a group run in their own organization, and facts in memory are those of the database': [
      inServer(
        'walls-a-read-in-the-organization-before',
        'src/platform/database/pool/combined-reads.ts',
        ['values: [...values, organization]', "values: [...values, (globalThis['first'] ??= organization)]"],
        serverTest('platform/database/pool/read-pool.test.ts', 'see only their own organization and schema'),
      ),
      inServer(
        'walls-combined-reads-in-the-organization-before',
        'src/platform/database/pool/combined-reads.ts',
        [
          'const organization = reads[0]?.organization',
          "const organization = (globalThis['first'] ??= reads[0]?.organization)",
        ],
        serverTest(
          'platform/database/pool/combined-reads.test.ts',
          'is of its own organization, however many read at once',
        ),
      ),
      inServer(
        'walls-combined-rows-of-another-read',
        'src/platform/database/pool/combined-reads.ts',
        ['all[Number(number)]?.push(', 'all[0]?.push('],
        serverTest('platform/database/pool/combined-reads.test.ts', 'is one statement, with the rows'),
      ),
      inServer(
        'walls-columns-by-their-place',
        'src/platform/database/pool/combined-reads.ts',
        [
          '`part."${name.replaceAll(\'"\', \'""\')}"::text`',
          '`(array(select value from json_each_text(row_to_json(part))))[${columns.findIndex((each) => each.name === name) + 1}]`',
        ],
        serverTest('platform/database/pool/combined-reads.test.ts', 'after a migration has replaced a column'),
      ),
      inServer(
        'walls-a-gate-that-a-policy-joins',
        'src/platform/database/pool/organization-gate.ts',
        [') as read offset 0) as gated', ') as read) as gated'],
        serverTest('platform/database/pool/organization-gate.test.ts', 'of a read that names its organization'),
      ),
      inServer(
        'walls-a-gate-that-outlives-its-transaction',
        'src/platform/database/pool/organization-gate.ts',
        ["set_config('app.organization', $${place}, true)", "set_config('app.organization', $${place}, false)"],
        serverTest('platform/database/pool/organization-gate.test.ts', 'is evaluated before the rows of'),
      ),
      inServer(
        'walls-a-connection-that-begins-across-organizations',
        'src/platform/database/pool/organization-gate.ts',
        ["noOrganization = '00000000-0000-0000-0000-000000000000'", "noOrganization = ''"],
        serverTest('platform/database/pool/organization-gate.test.ts', 'a statement without it sees none'),
      ),
      inServer(
        'walls-a-due-list-with-the-rights-of-its-owner',
        'src/platform/database/migrate/organizations-due.ts',
        ['security invoker', 'security definer'],
        serverTest('platform/system/organizations-with.test.ts', 'are found with the rights of who asks'),
      ),
      inServer(
        'walls-a-prepared-read-that-writes',
        prepared,
        ['if (!/^\\s*select\\b/i.test(query.sql))', "if (query.sql === '')"],
        preparedTest('is refused inside a transaction of others'),
      ),
      inServer(
        'walls-a-claim-that-waits',
        prepared,
        ['if (!/\\bfor (no key )?update skip locked\\b/i.test(query.sql))', "if (query.sql === '')"],
        preparedTest('claims each row once'),
      ),
      inServer(
        'walls-a-prepared-read-with-the-first-values',
        prepared,
        [
          '      compiled = { query, isPlainRead: isPlainRead(query) }',
          '      compiled = { query: build(db, placeholders<Values>((name) => named[name])).compile(db), isPlainRead: isPlainRead(query) }',
        ],
        preparedTest('is built once, and answers each call'),
      ),
      inServer(
        'walls-a-fact-kept-after-its-change',
        'src/platform/database/facts/fact-memory.ts',
        ['    this.#drop(event)\n    this.#own.add(event.id)', '    this.#own.add(event.id)'],
        serverTest('platform/database/facts/fact-memory.test.ts', 'are read once, also by concurrent requests'),
      ),
      inServer(
        'walls-a-fact-of-another-process-kept',
        'src/platform/database/facts/fact-memory.ts',
        ['if (this.#own.delete(event.id)) return', "if (this.#own.delete(event.id) || event.id !== '') return"],
        serverTest(
          'platform/database/facts/fact-memory-limits.test.ts',
          'applies an event of this process at its commit',
        ),
      ),
      inServer(
        'walls-a-fact-kept-after-a-conflict',
        'src/platform/database/changes/keep-change.ts',
        ['database.facts.dropAll(request.context.caller.organizationId)', 'void database'],
        serverTest('platform/database/facts/facts-of-two-processes.test.ts', 'a change of the other process is seen'),
      ),
      inServer(
        'walls-facts-without-events',
        'src/platform/database/facts/fact-memory.ts',
        [
          'if (!this.#isAlone && now - this.#readAt > maxSilence) return read()',
          'if (this.#readAt > now) return read()',
        ],
        serverTest('platform/database/facts/fact-memory-limits.test.ts', 'takes nothing from memory while the events'),
      ),
    ],
  },
}
