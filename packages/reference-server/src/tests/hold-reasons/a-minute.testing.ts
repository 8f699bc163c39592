import type { TestHospital } from '../../test-kit/test-hospital.ts'

/**
 * Less than a minute of the server's clock: every job that is due by then runs, as its timer would, and nothing else. So a job that runs
 * less often does not help.
 */
export const aMinutePasses = async (hospital: Pick<TestHospital, 'clock' | 'platform' | 'settle'>): Promise<void> => {
  for (const seconds of [30, 29]) {
    hospital.clock.advance({ seconds })
    await hospital.platform.jobs.runDue()
    await hospital.settle()
  }
}

/** The first run of every job, whatever its pause is. */
export const runEveryJobOnce = async (hospital: Pick<TestHospital, 'platform' | 'settle'>): Promise<void> => {
  await hospital.platform.jobs.runDue()
  await hospital.settle()
}
