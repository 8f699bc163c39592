import { describe, expect, it } from 'vitest'
import { adaptChange, alignFiles } from '../prove/adapt-text.ts'
import { replaceLiteral, replacePath } from '../prove/replace-literal.ts'

const before = `export const admit = (visit: Visit, now: Date): Visit => {
  if (visit.endsAt <= now) throw tooLate()
  assertLicensed(visit, visit.practitionerId)
  return { ...visit, status: 'admitted' }
}
export const leave = (visit: Visit): Visit => ({ ...visit, status: 'left' })
`
/** Renamed, reformatted, and with an added line. */
const after = `export const admitPatient = (session: Session, at: Date): Session => {
  requireOpen(session)
  if (session.endsAt <= at) throw visitOver()
  assertLicensed(
    session,
    session.clinicianId,
  )
  return { ...session, status: 'admitted' }
}
export const leave = (session: Session): Session => ({ ...session, status: 'left' })
`
const adapted = (find: string, replace: string, now = after, elsewhere: ReadonlyMap<string, string> = new Map()) => {
  const alignment = alignFiles(before, now)
  return alignment && adaptChange(alignment, { find, replace }, elsewhere)
}

describe('a mutant of code that was renamed', () => {
  it.each([
    ['visit.endsAt <= now', 'visit.endsAt === now', 'session.endsAt <= at', 'session.endsAt === at'],
    ['throw tooLate()', 'return visit', 'throw visitOver()', 'return session'],
    ["status: 'admitted'", "status: 'left'", "status: 'admitted'", "status: 'left'"],
    [
      'assertLicensed(visit, visit.practitionerId)',
      'void visit',
      'assertLicensed(\n    session,\n    session.clinicianId,\n  )',
      'void session',
    ],
    ['  if (visit.endsAt <= now) throw tooLate()\n', '', '  if (session.endsAt <= at) throw visitOver()\n', ''],
  ])('%s is adapted to it, together with its replacement', (find, replace, ...[now, then]) => {
    expect(adapted(find, replace)).toEqual({ find: now, replace: then })
  })

  it('includes more context when its text is now in the file twice', () => {
    const twice = `${after}export const again = (session: Session): Session => ({ ...session, status: 'admitted' })\n`
    const change = adapted("status: 'admitted'", "status: 'left'", twice)
    expect(twice.split(change?.find ?? '')).toHaveLength(2)
    expect(twice.replace(change?.find ?? '', change?.replace ?? '')).toBe(
      twice.replace("status: 'admitted'", "status: 'left'"),
    )
  })

  it('takes names from other files only where its own file has none', () => {
    const elsewhere = new Map([
      ['status', 'state'],
      ['endSeat', 'leaveSeat'],
    ])
    expect(adapted("status: 'admitted'", "status: 'left', ...endSeat()", after, elsewhere)?.replace).toBe(
      "status: 'left', ...leaveSeat()",
    )
  })

  it('is left to a person when its place is gone', () => {
    expect(adapted("return { ...visit, status: 'admitted' }", 'return visit', 'export const leave = 1\n')).toBeNull()
  })
})

describe('the list', () => {
  const source = `const kept = { file: 'src/visits/admit.ts', name: 'admits nobody' }
export const mutants = [
  mutant('C47-one', \`\${src}visits/admit.ts\`, ['a < b', 'a > b'], 'admits nobody'),
  mutant('C47-two', 'src/visits/admit.ts', ['a < b', ''], kept),
]
`
  it('has the text of one mutant replaced, and no other', () => {
    const changed = replaceLiteral(source, 'C47-two', 'a < b', "it's <= b")
    expect(changed.split('\n')[2]).toBe(source.split('\n')[2])
    expect(changed).toContain(`mutant('C47-two', 'src/visits/admit.ts', ["it's <= b", '']`)
  })

  it('has text that mutants share replaced where it is declared', () => {
    expect(replaceLiteral(source, 'C47-two', 'admits nobody', 'lets no one in')).toContain("name: 'lets no one in'")
  })

  it('has the paths of a moved file replaced, complete or relative to a folder', () => {
    const moved = replacePath(
      source,
      'packages/server/src/visits/admit.ts',
      'packages/server/src/visits/rooms/enter.ts',
    )
    expect(moved.match(/visits\/rooms\/enter\.ts/g)).toHaveLength(3)
    expect(replacePath(source, 'packages/server/src/visits/admit.ts', 'packages/other/admit.ts')).toBe(source)
  })
})
