/** Every command of the extension, by its id behind `swcriteria.`; package.json says what each is called. */
export const commandNames = [
  'run',
  'newCriteria',
  'addShop',
  'selectShop',
  'openDemoShop',
  'resetDemoShop',
  'reloadSchema',
  'showEntity',
  'showActions',
  'filterEntities',
  'clearEntityFilter',
  'useShop',
  'editShop',
  'removeShop',
  'forgetCredentials',
  'openAdministration',
  'newCriteriaForEntity',
  'copyFieldPath',
  'sortKeys',
  'showLog',
  'restartServer',
] as const;

export type CommandName = (typeof commandNames)[number];

/** The id that a command is registered under. */
export function commandId(name: CommandName): string {
  return `swcriteria.${name}`;
}
