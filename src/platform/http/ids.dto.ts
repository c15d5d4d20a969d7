/** The written forms of ids, for members of DTOs. */
import { Coded, CodedList } from './members.js';

interface Options {
  readonly says: string;
  readonly optional?: boolean;
}

const LINE = /^\d{1,15}$/;
const LOCATION = /^[a-z0-9][a-z0-9-]{0,39}$/;
const PART = /^\d{1,15}-\d{1,5}$/;

export const ContainerIdText = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: PART,
    form: 'the id of a container, such as 41-3',
    example: '41-3',
  });
export const ContainerIds = (
  options: Options & { readonly max: number; readonly min?: number },
): PropertyDecorator =>
  CodedList({ ...options, pattern: PART, form: 'ids of containers, such as 41-3' });
export const DrawIdText = (options: Options): PropertyDecorator =>
  Coded({ ...options, pattern: PART, form: 'the id of a draw, such as 57-1', example: '57-1' });
export const DrawIds = (
  options: Options & { readonly max: number; readonly min?: number },
): PropertyDecorator =>
  CodedList({ ...options, pattern: PART, form: 'ids of draws, such as 57-1' });
export const BagNumber = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: /^[A-Z0-9][A-Z0-9-]{0,29}$/,
    form: 'the number of a bag: capital letters, digits and hyphens',
    example: 'T-104117',
  });
export const CaseIdText = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: PART,
    form: 'the id of a discrepancy, such as 88-1',
    example: '88-1',
  });
export const CaseIds = (options: Options & { readonly max: number }): PropertyDecorator =>
  CodedList({ ...options, pattern: PART, form: 'ids of discrepancies, such as 88-1' });
export const LossIdText = (options: Options): PropertyDecorator =>
  Coded({ ...options, pattern: PART, form: 'the id of a loss, such as 91-1', example: '91-1' });
export const OrderIdText = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: LINE,
    form: 'the id of an infusion order, such as 52',
    example: '52',
  });
export const PreparationIdText = (options: Options): PropertyDecorator =>
  Coded({ ...options, pattern: LINE, form: 'the id of a preparation, such as 58', example: '58' });
export const ProductIdText = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: /^product-\d{1,15}$/,
    form: 'the id of a product',
    example: 'product-9',
  });
export const SupplierIdText = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: /^supplier-\d{1,15}$/,
    form: 'the id of a supplier',
    example: 'supplier-12',
  });
export const PersonIdText = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: /^person-\d{1,15}$/,
    form: 'the id of a person',
    example: 'person-7',
  });
export const LocationIdText = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: LOCATION,
    form: 'the id of a storage location',
    example: 'safe',
  });
export const LocationIds = (options: Options & { readonly max: number }): PropertyDecorator =>
  CodedList({ ...options, pattern: LOCATION, form: 'ids of storage locations, such as safe' });
export const FileHashText = (options: Options): PropertyDecorator =>
  Coded({ ...options, pattern: /^[0-9a-f]{64}$/, form: 'the SHA-256 of an uploaded file' });
export const LeafHashText = (options: Options): PropertyDecorator =>
  Coded({
    ...options,
    pattern: /^[A-Za-z0-9+/]{43}=$/,
    form: 'the leaf hash of a line, in base64',
  });
