/** The fields of a person's records that a later delivery may change. */
export const updatableFields = [
  "psn_name",
  "certno",
  "gend",
  "brdy",
  "naty",
  "tel",
  "household_no",
  "head_relation",
  "insuplc_admdvs",
  "psn_insu_stas",
] as const;
export type UpdatableField = (typeof updatableFields)[number];

/**
 * What becomes of a difference: the later value counts, it counts where nothing stood, it waits for
 * a person, or the loaded one stays.
 */
export const updateRules = ["update", "fill", "person", "keep"] as const;
export type UpdateRule = (typeof updateRules)[number];
export type UpdateRules = Readonly<Record<UpdatableField, UpdateRule>>;

/** What a later delivery is to the deliveries before it; `first` changes nothing that is loaded. */
export const deliveryModes = ["first", "supplement", "correction"] as const;
export type DeliveryMode = (typeof deliveryModes)[number];
