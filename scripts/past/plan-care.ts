import type { PastWorld } from './past-world.ts'

const day = 24 * 60 * 60_000

/** What Dr Okafor and Ana Duarte agreed on, and what is still open, so that the chart has a follow-up to show. */
export const planCare = async ({
  people,
  seeded,
  clock,
}: Pick<PastWorld, 'people' | 'seeded' | 'clock'>): Promise<void> => {
  const practitioner = people.practitioner('maya.okafor')
  const memberId = seeded.practitioners.get('maya.okafor')?.memberId
  const patientId = seeded.patients.get('ana.duarte')
  if (patientId === undefined) throw new Error('people/lakeside.json: nobody is called ana.duarte.')
  const { version } = await practitioner.carePlans.ofPatient(patientId)
  await practitioner.carePlans.put(patientId, {
    goals: [
      {
        id: 'pressure',
        text: 'Blood pressure below 130/80 in the morning',
        status: 'active',
        due: new Date(clock.now().getTime() + 60 * day).toISOString().slice(0, 10),
      },
    ],
    activities: [
      { id: 'measure', text: 'Measure at home each morning', by: 'patient', status: 'in-progress' },
      { id: 'review', text: 'Look at the readings together', by: 'care-team', status: 'planned' },
    ],
    version,
  })
  await practitioner.referrals.send(patientId, {
    specialty: 'nutrition',
    to: 'Lakeside Nutrition Counseling',
    question: 'Which changes to meals would lower her cholesterol?',
    priority: 'routine',
  })
  await practitioner.tasks.add(patientId, {
    title: 'Ask for her readings at home',
    priority: 'routine',
    dueAt: new Date(clock.now().getTime() + 3 * day).toISOString(),
    // Assigned to her: a task of everyone in a role would make all of them care participants of the patient.
    ...(memberId !== undefined && { assigneeId: memberId }),
  })
}
