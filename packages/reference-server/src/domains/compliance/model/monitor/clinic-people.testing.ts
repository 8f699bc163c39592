import { matchKeys } from './match-keys.ts'
import type { MonitoredMember, MonitoredPatient } from './monitored-facts.ts'
import type { SeededRandom } from './seeded-random.testing.ts'

export interface ClinicSize {
  /** Each pod has 15 members. Four pods and two reviewers are a clinic of 62. */
  readonly pods: number
  readonly patients: number
  readonly days: number
}

type Written<T> = { -readonly [K in keyof T]: T[K] }

export interface ClinicMember extends Written<MonitoredMember> {
  readonly pod: number
  /** Indexes of patients who live at the same address, and of one who once did. */
  readonly relatives: string[]
  exPartner: string | null
}

export interface ClinicPatient extends Written<MonitoredPatient> {
  /** The physician whose panel the patient is on. */
  readonly panel: number
  readonly hasSensitive: boolean
}

export interface People {
  readonly members: readonly ClinicMember[]
  readonly patients: readonly ClinicPatient[]
}

const secret = new Uint8Array(32).fill(7)
const podRoles = ['physician', 'nurse', 'assistant', 'front-desk', 'coordinator', 'biller'] as const
const podSizes = { physician: 4, nurse: 4, assistant: 3, 'front-desk': 2, coordinator: 1, biller: 1 } as const

/** 100 days before the first day, and as many after it. */
export const createPeople = (random: SeededRandom, size: ClinicSize, startMs: number): People => {
  const postalCodes = Array.from({ length: 12 }, (_, n) => `850${10 + n}`)
  // Few surnames are frequent, and most are rare.
  const surname = (): string => `surname ${Math.floor(400 * random.uniform() ** 2)}`
  let streets = 0
  const address = () => {
    const postalCode = random.pick(postalCodes)
    const [key = ''] = matchKeys(secret, `${++streets} Main Street`, postalCode)
    return { key, postalCode }
  }
  type Address = ReturnType<typeof address>

  const patients: ClinicPatient[] = []
  const physicians = size.pods * podSizes.physician
  const addPatient = (home: Address, name: string, former: readonly string[] = []): ClinicPatient => {
    const number = patients.length
    const diedDays = random.chance(0.015) ? random.between(-300, size.days) : null
    const patient: ClinicPatient = {
      id: `p${number}`,
      confidential: random.chance(0.01),
      householdKey: home.key,
      formerHouseholdKeys: former,
      surnameKeys: matchKeys(secret, name, home.postalCode),
      deceasedAt: diedDays === null ? null : startMs + diedDays * 86_400_000,
      recordNumber: 100_000 + number,
      panel: random.between(0, physicians - 1),
      hasSensitive: random.chance(0.12),
    }
    patients.push(patient)
    return patient
  }

  const members: ClinicMember[] = []
  const addMember = (role: string, pod: number): void => {
    const home = address()
    const name = surname()
    const own = random.chance(0.6) ? addPatient(home, name) : null
    if (own !== null) own.deceasedAt = null
    const relatives = random.chance(0.7)
      ? Array.from({ length: random.between(1, 3) }, () => addPatient(home, random.chance(0.7) ? name : surname()).id)
      : []
    // Either of the two has moved out, and has remarried or not.
    const exPartner = random.chance(0.3) ? addPatient(address(), surname(), [home.key]) : null
    members.push({
      id: `m${members.length}`,
      role,
      teamId: role === 'biller' ? 'billing' : role === 'front-desk' || role === 'nurse' ? `${role} ${pod}` : null,
      patientId: own?.id ?? null,
      householdKey: home.key,
      formerHouseholdKeys: random.chance(0.3) ? [address().key] : [],
      surnameKeys: matchKeys(secret, name, home.postalCode),
      disabledAt: null,
      lastAccessAt: startMs - 3 * 86_400_000,
      pod,
      relatives,
      exPartner: exPartner?.id ?? null,
    })
  }
  for (let pod = 0; pod < size.pods; pod++)
    for (const role of podRoles) for (let n = 0; n < podSizes[role]; n++) addMember(role, pod)
  addMember('reviewer', 0)
  addMember('reviewer', 0)

  const homes: string[] = members.flatMap(({ householdKey }) => householdKey ?? [])
  while (patients.length < size.patients) {
    const home = address()
    const name = surname()
    // Who moved left a home in which others live now: some of them are members.
    const former = random.chance(0.05) ? [random.pick(homes)] : []
    for (let n = random.between(1, 5); n > 0; n--) addPatient(home, random.chance(0.8) ? name : surname(), former)
    homes.push(home.key)
  }
  return { members, patients }
}
