import { css } from 'lit'

/** The question, and what is said of a recording over the controls. */
export const roomRecordingStyles = css`
  .recording-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_s) * 2) calc(var(--_s) * 4);
    justify-self: start;
    max-inline-size: min(100%, 44em);
    padding: calc(var(--_s) * 2.5) calc(var(--_s) * 4);
    color: #fff;
    background: #0b141ae6;
    border-inline-start: 3px solid #f2c063;
    border-radius: 6px;
    font-size: calc(var(--_rem) * 0.875);
  }
  .recording-question .foot .btn {
    flex: 1 1 40%;
  }
  @container (max-width: 480px) {
    .stage:has(.recording-note) {
      min-block-size: 640px;
    }
    .stage:has(.alone):has(.recording-note) {
      min-block-size: 700px;
    }
  }
`
