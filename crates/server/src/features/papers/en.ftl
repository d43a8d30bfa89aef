# Papers
