import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Evidence } from './evidence.ts'
import { exceptionOf, greenControl, passed, redControl, sampleEvidence, sixtyControls } from './evidence.testing.ts'
import { reportCommand } from './report-command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visitkit-report-'))
  await writeEvidence('evidence.json', sampleEvidence)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const writeEvidence = (name: string, evidence: Evidence): Promise<void> => writeFile(at(name), JSON.stringify(evidence))
const command = (...args: readonly string[]) => reportCommand(args, {}, () => undefined)
const report = (...args: readonly string[]) => command('--evidence', at('evidence.json'), '--keys', at('keys'), ...args)
const verify = (name: string, key = join('keys', 'audit-signing-key.pub.pem')) =>
  command('verify', at(name), '--key', at(key))

describe('visitkit-server report', () => {
  it('says of each control what shows that it holds, and why it is not green', async () => {
    const { exitCode, text } = await report()
    expect(exitCode).toBe(0)
    expect(text).toContain('3 controls: 1 green, 1 partly, 1 red.')
    expect(text).toContain('GREEN   C05 Idle timeout (45 CFR 164.312(a)(2)(iii); OWASP ASVS 5.0.0 7.3.1)')
    expect(text).toContain('PARTLY  C06 Absolute timeout')
    expect(text).toMatch(/RED {5}C14 Break-glass.*\n +! There is nothing to rely on yet\./)
    expect(text).toContain('Run node-20261102T101500Z-4f9c1d2e7a: node, 2026-11-02T10:15:00Z, commit 4f9c1d2e')
  })

  it('turns the row of a control red when one of its tests fails, and no other row', async () => {
    const broken = { ...greenControl, tests: [{ ...passed, result: 'failed' as const }] }
    await writeEvidence('broken.json', { ...sampleEvidence, controls: [broken, ...sampleEvidence.controls.slice(1)] })
    const { text } = await command('--evidence', at('broken.json'))
    expect(text).toContain('3 controls: 0 green, 1 partly, 2 red.')
    expect(text).toContain('RED     C05 Idle timeout')
    expect(text).toContain(
      'failed in the last run (node-20261102T101500Z-4f9c1d2e7a): src/door.test.ts (opens with no other).',
    )
  })

  it.each(['json', 'html', 'text', 'oscal-component', 'oscal-results'])(
    'writes the same bytes for the same evidence, and a signature that holds: %s',
    async (format) => {
      for (const name of ['first', 'second'])
        expect(await report('--format', format, '--out', at(`${name}.${format}`))).toMatchObject({ exitCode: 0 })
      const [first, second] = await Promise.all([readFile(at(`first.${format}`)), readFile(at(`second.${format}`))])
      expect(first.equals(second)).toBe(true)
      expect(await verify(`first.${format}`)).toMatchObject({ exitCode: 0, text: expect.stringContaining('Genuine') })
      if (format === 'json') return
      const signatures = ['first', 'second'].map((name) => readFile(at(`${name}.${format}.signature.json`), 'utf8'))
      expect(new Set(await Promise.all(signatures)).size).toBe(1)
    },
  )

  it('fails a release as long as one control is not green', async () => {
    expect(await report('--release')).toMatchObject({ exitCode: 1 })
    await writeEvidence('all-green.json', { ...sampleEvidence, controls: sixtyControls })
    expect(await command('--evidence', at('all-green.json'), '--release')).toMatchObject({ exitCode: 0 })
    await writeEvidence('one-red.json', { ...sampleEvidence, controls: sixtyControls.with(23, redControl) })
    expect(await command('--evidence', at('one-red.json'), '--release')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining(
        'NOT TO BE RELEASED:\n- C24 Idle timeout is red. 1 of 1 test: failed in the last run',
      ),
    })
  })

  it('shows an exception with owner, reason and last day, and not as green', async () => {
    const exceptions = [exceptionOf('C24')]
    await writeEvidence('excepted.json', {
      ...{ ...sampleEvidence, exceptions },
      controls: sixtyControls.with(23, redControl),
    })
    const asked = (...args: readonly string[]) =>
      reportCommand(['--evidence', at('excepted.json'), ...args], {}, () => undefined, new Date('2027-03-31T23:00:00Z'))
    const { exitCode, text } = await asked('--release')
    expect(exitCode).toBe(0)
    expect(text).toContain('60 controls: 59 green, 0 partly, 1 red.')
    expect(text).toContain('1 control without green has an exception')
    expect(text).toContain('RED     C24 Idle timeout')
    expect(text).toContain('~ Exception until 2027-03-31, by the release manager: The bell is being repaired.')
    expect((await asked('--format', 'html')).text).toContain('Exception until 2027-03-31, by the release manager')
    const { text: oscal } = await asked('--format', 'oscal-results')
    const [result] = JSON.parse(oscal)['assessment-results'].results
    expect(result.findings[23].target.status).toMatchObject({
      state: 'not-satisfied',
      remarks: expect.stringContaining('Exception until 2027-03-31'),
    })
  })

  it('names a format that does not exist, and evidence that cannot be read', async () => {
    expect(await report('--format', 'pdf')).toMatchObject({ exitCode: 2, text: expect.stringContaining('"pdf"') })
    await writeFile(at('other.json'), '{ "format": "another" }')
    expect(await command('--evidence', at('other.json'))).toEqual({
      exitCode: 2,
      text: `The evidence ${at('other.json')} cannot be read. It has not the format "visitkit evidence v1".`,
    })
  })

  it('escapes what it shows as HTML', async () => {
    const { text } = await report('--format', 'html')
    expect(text).toContain('15 minutes &lt;at night &amp; by day&gt;')
    expect(text).not.toContain('<at night')
    expect(text).not.toContain('<script')
  })
})

describe('visitkit-server report, as a program', () => {
  it('writes all of it to a reader that is slow', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ ...passed, file: `src/door-${index}.test.ts` }))
    await writeEvidence('long.json', { ...sampleEvidence, controls: [{ ...greenControl, tests: many }] })
    const program = join(import.meta.dirname, '../visitkit-server.ts')
    const args = [program, 'report', '--format', 'json', '--evidence', at('long.json'), '--keys', at('keys')]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const closed = once(child, 'close')
    // A pipe holds 64 KiB. No one takes more until the program has written that much, or has ended.
    await once(child.stdout, 'readable')
    await new Promise((resolve) => setTimeout(resolve, 500))
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
    await closed
    expect(text.length).toBeGreaterThan(200_000)
    expect(JSON.parse(text)).toMatchObject({ report: { summary: { green: 1 } } })
  })
})

describe('visitkit-server report verify', () => {
  const reasonFor = async (name: string, bytes: string | Uint8Array): Promise<string> => {
    await writeFile(at(name), bytes)
    const { exitCode, text } = await verify(name)
    expect(exitCode).toBe(1)
    return text
  }
  let genuine: Buffer
  beforeAll(async () => {
    await report('--format', 'json', '--out', at('genuine.json'))
    genuine = await readFile(at('genuine.json'))
  })

  it('refuses a report in which one byte was changed, wherever it is', async () => {
    for (let index = 0; index < genuine.length; index += 37) {
      const edited = Buffer.from(genuine)
      edited[index] = (edited[index] ?? 0) ^ 1
      expect(await reasonFor('edited.json', edited)).toContain('NOT GENUINE')
    }
  })

  it('says that a row was changed', async () => {
    const edited = genuine.toString().replace('"color":"red"', '"color":"green"')
    expect(await reasonFor('edited.json', edited)).toContain('It was changed after it was signed.')
  })

  it('refuses a report that was formatted again, and one to which something was added', async () => {
    const value = JSON.parse(genuine.toString()) as object
    expect(await reasonFor('formatted.json', JSON.stringify(value, null, 2))).toContain('reformatted')
    expect(await reasonFor('longer.json', JSON.stringify({ ...value, note: 'all is well' }))).toContain('added to it')
  })

  it('refuses a report without a signature', async () => {
    const { report: body } = JSON.parse(genuine.toString()) as { readonly report: object }
    expect(await reasonFor('unsigned.json', JSON.stringify({ report: body }))).toContain('It has no signature.')
    expect(await reasonFor('page.html', '<p>All is well.</p>')).toContain('there is no signature next to it')
  })

  it('refuses a page that was changed next to its signature', async () => {
    await report('--format', 'html', '--out', at('kept.html'))
    const page = await readFile(at('kept.html'), 'utf8')
    expect(await reasonFor('kept.html', page.replace('partly', 'green'))).toContain(
      'It was changed after it was signed.',
    )
  })

  it('refuses what another key signed', async () => {
    await command(
      '--evidence',
      at('evidence.json'),
      '--keys',
      at('other-keys'),
      '--format',
      'json',
      '--out',
      at('of-another.json'),
    )
    expect(await verify('of-another.json')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('It was signed with the key'),
    })
    expect(await verify('of-another.json', join('other-keys', 'audit-signing-key.pub.pem'))).toMatchObject({
      exitCode: 0,
    })
  })

  it('says that it could not check a file that is not there', async () => {
    expect(await verify('nowhere.json')).toMatchObject({ exitCode: 2 })
    expect(await command('verify')).toMatchObject({ exitCode: 2, text: expect.stringContaining('--key <file>') })
  })
})
