import type { TestHandlers } from '../test-handlers.ts'
import type { SampleContext, SamplePerson } from './sample-state.ts'

/** One domain of the sample world. Called once per world, so its state is shared by everyone in that world. */
export type SampleDomain = (context: SampleContext) => (person: SamplePerson) => TestHandlers
