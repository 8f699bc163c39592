import { css } from 'lit'

/** Dark like the stage, in every theme. Not inside the room: every custom property of these texts is taken from there. */
export const smallWindowStyles = css`
  :host {
    --_stage: var(--visit-stage-background, #0e171d);
    --_stage-surface: #22323c;
    --_stage-edge: #6b8594;
    --_stage-ink: #e8eef1;
    position: fixed;
    z-index: 2147483647;
    inset: auto;
    inset-block-end: calc(16px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 16px;
    box-sizing: border-box;
    inline-size: min(320px, 100vw - 32px);
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
    background: none;
    color: var(--_stage-ink);
    color-scheme: dark;
    font: calc(var(--_rem)) / 1.5 var(--_font);
    text-align: start;
  }
  :host(.aside) {
    inset-inline: 16px auto;
  }
  :host(.own) {
    position: static;
    display: grid;
    inline-size: auto;
    block-size: 100vh;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    background: var(--_stage);
    border: 1px solid var(--_stage-edge);
    border-radius: var(--_radius);
    box-shadow: 0 4px 16px rgb(0 0 0 / 40%);
  }
  :host(.own) section {
    border: 0;
    border-radius: 0;
  }
  .caption {
    max-block-size: 6em;
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    padding: calc(var(--_s) * 3);
    text-align: center;
    font-size: calc(var(--_rem) * 0.875);
  }
  :host(.own) .picture {
    flex: 1;
    min-block-size: 0;
    aspect-ratio: auto;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .sending {
    display: flex;
    align-items: center;
    gap: calc(var(--_s) * 2);
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    font-size: calc(var(--_rem) * 0.875);
    font-weight: 600;
  }
  /* As browsers mark what records. */
  .sending.recorded {
    background: #b3261e;
  }
  .sending.recorded::before,
  .sending.live::before {
    content: '';
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    background: #ff6b61;
    border-radius: 50%;
  }
  .sending.recorded::before {
    background: #fff;
  }
  .buttons {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_s) * 2);
    padding: 0 calc(var(--_s) * 3) calc(var(--_s) * 3);
  }
  .btn {
    padding-inline: calc(var(--_s) * 2);
    font-size: calc(var(--_rem) * 0.875);
    color: var(--_stage-ink);
    background: var(--_stage-surface);
    border-color: var(--_stage-edge);
  }
  .btn.off {
    color: var(--_stage);
    background: var(--_stage-ink);
  }
  .btn.wide {
    grid-column: 1 / -1;
  }
  :focus-visible {
    outline: 3px solid #fff;
    outline-offset: 2px;
  }
`
