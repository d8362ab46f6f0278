import type { ClientCapabilities, StaticFeature } from 'vscode-languageclient/node';

/** The command that the server may put behind a code lens. */
export const SHOW_REFERENCES = 'genplan.showReferences';

/** Tells the server which commands it may use. */
export const announceCommands: StaticFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.experimental = {
      ...capabilities.experimental,
      commands: { commands: [SHOW_REFERENCES] },
    };
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
};
