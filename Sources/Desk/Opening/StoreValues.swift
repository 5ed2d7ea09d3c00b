// Values that the desk's calls take and give lie in the Store; whoever calls the desk names them
// without looking into the Store.
@_exported public import Store
